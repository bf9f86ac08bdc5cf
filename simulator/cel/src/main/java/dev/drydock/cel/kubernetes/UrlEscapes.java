package dev.drydock.cel.kubernetes;

import dev.drydock.yaml.GoQuote;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent escapes within URLs (Go, net/url). */
final class UrlEscapes {

    /** Where in a URL a text stands. */
    enum Part {
        HOST,
        ZONE,
        PATH,
        QUERY,
        FRAGMENT
    }

    private static final String IN_HOSTS = "-_.~!$&'()*+,;=:[]<>\"";
    private static final String IN_PATHS = "-_.~$&+,/:;=@";
    private static final String KEPT_IN_PATHS = IN_PATHS + "!'()*[]%";

    private UrlEscapes() {}

    static String unescape(String text, Part part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (c == '%') {
                out.write(escape(bytes, i, part));
                i += 2;
            } else if (c == '+' && part == Part.QUERY) {
                out.write(' ');
            } else {
                if ((part == Part.HOST || part == Part.ZONE)
                        && c < 0x80
                        && !isAlphanumeric(c)
                        && IN_HOSTS.indexOf(c) < 0) {
                    throw new IllegalArgumentException(
                            "invalid character " + GoQuote.quote(String.valueOf(c)) + " in host name");
                }
                out.write(c);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int escape(byte[] bytes, int at, Part part) {
        String escape = new String(bytes, at, Math.min(3, bytes.length - at), StandardCharsets.UTF_8);
        int high = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
        int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
        boolean refusedInHost = part == Part.HOST && high < 8 && !escape.equals("%25");
        if (high < 0 || low < 0 || refusedInHost) {
            throw new IllegalArgumentException("invalid URL escape " + GoQuote.quote(escape));
        }
        return high << 4 | low;
    }

    /** Whether a path can stand as it is. */
    static boolean isEscapedPath(String path) {
        return path.chars().allMatch(c -> isAlphanumeric((char) c) || KEPT_IN_PATHS.indexOf(c) >= 0);
    }

    static String escapePath(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isAlphanumeric(c) || IN_PATHS.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return out.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
