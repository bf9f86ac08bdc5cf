package dev.drydock.kubernetes.crd;

import java.util.regex.Pattern;

/** URLs as requests name them: absolute, or a path from the root (Go's net/url, ParseRequestURI). */
final class UriForm {

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Pattern HOST_CHARACTERS = Pattern.compile("[^\\x00-\\x20\\x7f\"<>\\\\^`{|}%]*");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private UriForm() {}

    static boolean isRequestUri(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            return false;
        }
        if (text.equals("*")) {
            return true;
        }
        var scheme = SCHEME.matcher(text);
        boolean absolute = scheme.lookingAt();
        String rest = absolute ? text.substring(scheme.end()) : text;
        if (!absolute && text.startsWith(":")) {
            return false;
        }
        int query = rest.indexOf('?');
        String path = query < 0 ? rest : rest.substring(0, query);
        if (!path.startsWith("/")) {
            return absolute; // opaque, such as mailto:…
        }
        if (absolute && path.startsWith("//")) {
            int end = path.indexOf('/', 2);
            String authority = end < 0 ? path.substring(2) : path.substring(2, end);
            if (!isAuthority(authority)) {
                return false;
            }
            path = end < 0 ? "" : path.substring(end);
        }
        return !BAD_ESCAPE.matcher(path).find();
    }

    private static boolean isAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        if (at >= 0 && !authority.substring(0, at).matches("[A-Za-z0-9\\-._:~!$&'()*+,;=%@]*")) {
            return false;
        }
        int close = host.lastIndexOf(']');
        if (host.startsWith("[")) {
            return close > 0 && isPort(host.substring(close + 1));
        }
        int colon = host.lastIndexOf(':');
        if (colon >= 0 && !isPort(host.substring(colon))) {
            return false;
        }
        return HOST_CHARACTERS.matcher(host).matches();
    }

    private static boolean isPort(String text) {
        return text.matches("(:[0-9]*)?");
    }
}
