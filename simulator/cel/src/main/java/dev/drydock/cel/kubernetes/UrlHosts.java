package dev.drydock.cel.kubernetes;

import dev.drydock.yaml.GoQuote;

/** Hosts and users within URLs (Go, net/url). */
final class UrlHosts {

    private static final String USER = "-._:~!$&'()*+,;=%@";

    private UrlHosts() {}

    static String parse(String host) {
        if (host.startsWith("[")) {
            int end = host.lastIndexOf(']');
            if (end < 0) {
                throw new IllegalArgumentException("missing ']' in host");
            }
            requirePort(host.substring(end + 1));
            int zone = host.substring(0, end).indexOf("%25");
            if (zone >= 0) {
                return UrlEscapes.unescape(host.substring(0, zone), UrlEscapes.Part.HOST)
                        + UrlEscapes.unescape(host.substring(zone, end), UrlEscapes.Part.ZONE)
                        + UrlEscapes.unescape(host.substring(end), UrlEscapes.Part.HOST);
            }
        } else if (host.indexOf(':') >= 0) {
            requirePort(host.substring(host.lastIndexOf(':')));
        }
        return UrlEscapes.unescape(host, UrlEscapes.Part.HOST);
    }

    private static void requirePort(String port) {
        if (!isPort(port)) {
            throw new IllegalArgumentException("invalid port " + GoQuote.quote(port) + " after host");
        }
    }

    private static boolean isPort(String port) {
        return port.isEmpty() || (port.charAt(0) == ':' && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    }

    static String user(String user) {
        boolean valid = user.chars()
                .allMatch(c -> (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || USER.indexOf(c) >= 0);
        if (!valid) {
            throw new IllegalArgumentException("net/url: invalid userinfo");
        }
        UrlEscapes.unescape(user, UrlEscapes.Part.FRAGMENT);
        return user;
    }

    /** The name and the port of a host. */
    static String[] split(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon >= 0 && isPort(host.substring(colon));
        String name = port ? host.substring(0, colon) : host;
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        return new String[] {name, port ? host.substring(colon + 1) : ""};
    }
}
