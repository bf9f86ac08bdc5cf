package dev.drydock.helm.value;

import dev.drydock.yaml.GoQuote;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.apiguardian.api.API;

/** Bytes of URLs as percent signs with hexadecimal digits (escape and unescape of net/url). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PercentEncoding {

    private static final String UNRESERVED = "-_.~";

    private PercentEncoding() {}

    /** The text with every byte encoded but letters, digits, unreserved characters and the allowed ones. */
    public static String encode(String text, String allowed) {
        StringBuilder out = new StringBuilder();
        for (byte b : GoString.bytes(text)) {
            char c = (char) (b & 0xff);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNRESERVED.indexOf(c) >= 0
                    || allowed.indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }

    /** The text as a part of a query, where a plus stands for a blank (url.QueryEscape). */
    public static String encodeQuery(String text) {
        return encode(text, " ").replace(' ', '+');
    }

    /**
     * The text that was encoded.
     *
     * @throws GoException when a percent sign is not followed by two hexadecimal digits
     */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = GoString.bytes(text);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.write(bytes[i]);
                continue;
            }
            boolean complete = i + 2 < bytes.length;
            int high = complete ? Character.digit(bytes[i + 1], 16) : -1;
            int low = complete ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                String shown = GoString.of(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + 3)));
                throw new GoException("invalid URL escape " + GoQuote.quote(shown));
            }
            out.write(high * 16 + low);
            i += 2;
        }
        return GoString.of(out.toByteArray());
    }
}
