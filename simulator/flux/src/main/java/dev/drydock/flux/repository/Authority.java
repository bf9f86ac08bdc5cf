package dev.drydock.flux.repository;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port of a URL.
 *
 * @param host the name as written
 * @param port the port, empty for the one of the scheme
 */
record Authority(String host, String port) {

    private static final Map<String, String> DEFAULT_PORTS =
            Map.of("http", "80", "https", "443", "oci", "443", "ssh", "22");
    private static final Pattern URL = Pattern.compile("([a-z+]+)://(?:[^/@]*@)?([^/]*)(?:/.*)?", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.*?)(?::([0-9]*))?", Pattern.DOTALL);

    /** The authority of a URL without its user. */
    static Authority ofUrl(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return of(url);
        }
        Authority written = of(parts.group(2));
        boolean isDefault = written.port.equals(DEFAULT_PORTS.get(parts.group(1)));
        return isDefault ? new Authority(written.host, "") : written;
    }

    /** The authority that {@code host:port} or a host alone spells; a port that some scheme has anyway does not count. */
    static Authority ofAnyScheme(String text) {
        Authority written = of(text);
        return DEFAULT_PORTS.containsValue(written.port) ? new Authority(written.host, "") : written;
    }

    private static Authority of(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text);
        boolean hasPort = parts.matches() && parts.group(2) != null;
        return hasPort ? new Authority(parts.group(1), parts.group(2)) : new Authority(text, "");
    }

    Authority inLowerCase() {
        return new Authority(host.toLowerCase(Locale.ROOT), port);
    }
}
