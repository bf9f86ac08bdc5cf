package dev.drydock.cel.kubernetes;

import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A URL as Go's net/url reads it; refusals are thrown with its words.
 *
 * @param scheme in lower case
 * @param opaque what follows the scheme where it is no path
 * @param user what stands before the host, as it was written
 * @param path without escapes
 * @param rawPath as it was written
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GoUrl(String scheme, String opaque, String user, String host, String path, String rawPath, String query) {

    /**
     * Reads a URL as it stands in a request: absolute, or a rooted path.
     *
     * @throws IllegalArgumentException in Go's words
     */
    public static GoUrl parseRequest(String text) {
        try {
            return parse(text, true);
        } catch (IllegalArgumentException e) {
            throw failed(text, e);
        }
    }

    /**
     * Reads a URL with a fragment, which is cut off.
     *
     * @throws IllegalArgumentException in Go's words
     */
    public static GoUrl parse(String text) {
        int hash = text.indexOf('#');
        String url = hash < 0 ? text : text.substring(0, hash);
        try {
            GoUrl parsed = parse(url, false);
            UrlEscapes.unescape(hash < 0 ? "" : text.substring(hash + 1), UrlEscapes.Part.FRAGMENT);
            return parsed;
        } catch (IllegalArgumentException e) {
            throw failed(url, e);
        }
    }

    private static IllegalArgumentException failed(String text, IllegalArgumentException e) {
        return new IllegalArgumentException("parse " + GoQuote.quote(text) + ": " + e.getMessage());
    }

    private static GoUrl parse(String text, boolean request) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("net/url: invalid control character in URL");
        }
        if (text.isEmpty() && request) {
            throw new IllegalArgumentException("empty url");
        }
        if (text.equals("*")) {
            return new GoUrl("", "", "", "", "*", "*", "");
        }
        int colon = scheme(text);
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = colon == 0 ? text : text.substring(colon + 1);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        if (!rest.startsWith("/")) {
            if (!scheme.isEmpty()) {
                return new GoUrl(scheme, rest, "", "", "", "", query);
            }
            if (request) {
                throw new IllegalArgumentException("invalid URI for request");
            }
            if (rest.split("/", 2)[0].indexOf(':') >= 0) {
                throw new IllegalArgumentException("first path segment in URL cannot contain colon");
            }
        }
        String user = "";
        String host = "";
        if ((!scheme.isEmpty() || (!request && !rest.startsWith("///"))) && rest.startsWith("//")) {
            int end = rest.indexOf('/', 2);
            String authority = end < 0 ? rest.substring(2) : rest.substring(2, end);
            rest = end < 0 ? "" : rest.substring(end);
            int at = authority.lastIndexOf('@');
            host = UrlHosts.parse(authority.substring(at + 1));
            user = at < 0 ? "" : UrlHosts.user(authority.substring(0, at));
        }
        return new GoUrl(scheme, "", user, host, UrlEscapes.unescape(rest, UrlEscapes.Part.PATH), rest, query);
    }

    /** Where the colon behind a scheme stands, 0 where there is none. */
    private static int scheme(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inside = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':') {
                if (i == 0) {
                    throw new IllegalArgumentException("missing protocol scheme");
                }
                return i;
            }
            if (!letter && (!inside || i == 0)) {
                return 0;
            }
        }
        return 0;
    }

    /** The host without its port. */
    String hostname() {
        return UrlHosts.split(host)[0];
    }

    /** The port, or empty. */
    String port() {
        return UrlHosts.split(host)[1];
    }

    /** The path with escapes where it needs them. */
    String escapedPath() {
        return UrlEscapes.isEscapedPath(rawPath) || path.equals("*") ? rawPath : UrlEscapes.escapePath(path);
    }

    /** The values of the query by key. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty() || pair.indexOf(';') >= 0) {
                continue;
            }
            int equals = pair.indexOf('=');
            try {
                String key = UrlEscapes.unescape(equals < 0 ? pair : pair.substring(0, equals), UrlEscapes.Part.QUERY);
                String value = UrlEscapes.unescape(equals < 0 ? "" : pair.substring(equals + 1), UrlEscapes.Part.QUERY);
                values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            } catch (IllegalArgumentException e) {
                // Go drops a pair that it cannot read

            }
        }
        return values;
    }
}
