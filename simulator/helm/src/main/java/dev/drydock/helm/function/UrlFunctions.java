package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.MAP;
import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.helm.value.PercentEncoding;
import dev.drydock.yaml.GoQuote;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** URLs (Sprig's url.go over Go's net/url). */
final class UrlFunctions {

    private UrlFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("urlParse", GoFunction.of(a -> parse(a.string(0)), STRING));
        table.put("urlJoin", GoFunction.of(a -> join(a.map(0)), MAP));
        table.put("getHostByName", GoFunction.of(a -> "", STRING));
    }

    private static GoMap parse(String text) {
        try {
            return parts(text);
        } catch (GoException e) {
            throw new GoException("unable to parse url: parse " + GoQuote.quote(text) + ": " + e.getMessage());
        }
    }

    private static GoMap parts(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new GoException("net/url: invalid control character in URL");
        }
        GoMap map = GoMap.create();
        for (String key :
                new String[] {"scheme", "host", "hostname", "path", "query", "opaque", "fragment", "userinfo"}) {
            map.put(key, "");
        }
        String rest = text;
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            map.put("fragment", PercentEncoding.decode(rest.substring(hash + 1)));
            rest = rest.substring(0, hash);
        }
        int colon = schemeEnd(rest);
        if (colon > 0) {
            map.put("scheme", rest.substring(0, colon).toLowerCase(Locale.ROOT));
            rest = rest.substring(colon + 1);
        }
        int question = rest.indexOf('?');
        if (question >= 0) {
            map.put("query", rest.substring(question + 1));
            rest = rest.substring(0, question);
        }
        if (!rest.startsWith("/")) {
            if (colon > 0) {
                map.put("opaque", rest);
                return map;
            }
            int slash = rest.indexOf('/');
            String segment = slash < 0 ? rest : rest.substring(0, slash);
            if (segment.contains(":")) {
                throw new GoException("first path segment in URL cannot contain colon");
            }
        }
        if (rest.startsWith("//") && !rest.startsWith("///")) {
            int end = rest.indexOf('/', 2);
            authority(end < 0 ? rest.substring(2) : rest.substring(2, end), map);
            rest = end < 0 ? "" : rest.substring(end);
        }
        map.put("path", PercentEncoding.decode(rest));
        return map;
    }

    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == ':') {
                if (i == 0) {
                    throw new GoException("missing protocol scheme");
                }
                return i;
            }
            if (!letter && (i == 0 || !(Character.isDigit(c) || c == '+' || c == '-' || c == '.'))) {
                return -1;
            }
        }
        return -1;
    }

    private static void authority(String text, GoMap map) {
        int at = text.lastIndexOf('@');
        if (at >= 0) {
            map.put("userinfo", userinfo(text.substring(0, at)));
        }
        String host = text.substring(at + 1);
        String name = host;
        String port = "";
        if (host.startsWith("[")) {
            int close = host.lastIndexOf(']');
            if (close < 0) {
                throw new GoException("missing ']' in host");
            }
            name = host.substring(1, close);
            port = host.substring(close + 1);
        } else {
            int colon = host.indexOf(':');
            if (colon >= 0) {
                name = host.substring(0, colon);
                port = host.substring(colon);
            }
        }
        if (!port.matches("(:[0-9]*)?")) {
            throw new GoException("invalid port " + GoQuote.quote(port) + " after host");
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
                throw new GoException("invalid character " + GoQuote.quote(String.valueOf(c)) + " in host name");
            }
        }
        map.put("host", PercentEncoding.decode(host));
        map.put("hostname", PercentEncoding.decode(name));
    }

    private static String userinfo(String text) {
        if (!text.matches("[A-Za-z0-9\\-._:~!$&'()*+,;=%@]*")) {
            throw new GoException("net/url: invalid userinfo");
        }
        int colon = text.indexOf(':');
        String user = PercentEncoding.decode(colon < 0 ? text : text.substring(0, colon));
        return PercentEncoding.encode(user, "$&+,;=")
                + (colon < 0
                        ? ""
                        : ":" + PercentEncoding.encode(PercentEncoding.decode(text.substring(colon + 1)), "$&+,;="));
    }

    private static String part(GoMap map, String key) {
        if (!map.has(key)) {
            return "";
        }
        @Nullable Object value = map.get(key);
        if (value == null) {
            throw GoException.nil();
        }
        if (!(value instanceof String text)) {
            throw new GoException(
                    "unable to parse " + key + " key, must be of type string, but " + GoTypes.kind(value) + " found");
        }
        return text;
    }

    /** URL.String. */
    private static String join(GoMap map) {
        String scheme = part(map, "scheme");
        String host = part(map, "host");
        String path = part(map, "path");
        String query = part(map, "query");
        String opaque = part(map, "opaque");
        String fragment = part(map, "fragment");
        String user = part(map, "userinfo");
        StringBuilder out = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!opaque.isEmpty()) {
            out.append(opaque);
        } else {
            if (!scheme.isEmpty() || !host.isEmpty() || !user.isEmpty()) {
                if (!host.isEmpty() || !path.isEmpty() || !user.isEmpty()) {
                    out.append("//");
                }
                out.append(user.isEmpty() ? "" : userinfo(user) + "@")
                        .append(PercentEncoding.encode(host, "!$&'()*+,;=:[]<>\""));
            }
            String escaped = PercentEncoding.encode(path, "$&+,/:;=@");
            if (!escaped.isEmpty() && !escaped.startsWith("/") && !host.isEmpty()) {
                out.append('/');
            }
            int slash = escaped.indexOf('/');
            if (out.length() == 0 && (slash < 0 ? escaped : escaped.substring(0, slash)).contains(":")) {
                out.append("./");
            }
            out.append(escaped);
        }
        out.append(query.isEmpty() ? "" : "?" + query);
        return out.append(fragment.isEmpty() ? "" : "#" + PercentEncoding.encode(fragment, "!$&'()*+,/:;=?@"))
                .toString();
    }
}
