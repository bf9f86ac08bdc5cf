package dev.drydock.kubernetes.authentication;

import dev.drydock.yaml.GoQuote;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the constrained modes demand of extra attributes (upstream {@code mode.go validateExtra}). */
final class ExtraKeys {

    private static final String PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
    private static final Pattern PATH_PATTERN = Pattern.compile(PATH);
    private static final String SUBDOMAIN_RULE =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                    + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private ExtraKeys() {}

    static Optional<String> mistake(Map<String, List<String>> extra) {
        for (Map.Entry<String, List<String>> entry : extra.entrySet()) {
            String mistake = mistake(entry.getKey(), entry.getValue());
            if (!mistake.isEmpty()) {
                return Optional.of(mistake);
            }
        }
        return Optional.empty();
    }

    private static String mistake(String key, List<String> values) {
        if (key.isEmpty()) {
            return "impersonating the empty string key in extra is not allowed";
        }
        String invalid = domainPrefixedPath(key);
        if (!invalid.isEmpty()) {
            return "impersonating an invalid key in extra is not allowed: extra.key: Invalid value: " + invalid;
        }
        if (!key.equals(key.toLowerCase(Locale.ROOT))) {
            return "impersonating a non-lowercase key in extra is not allowed: " + GoQuote.quote(key);
        }
        if (values.isEmpty()) {
            return "impersonating empty values in extra is not allowed";
        }
        return values.contains("") ? "impersonating the empty string value in extra is not allowed" : "";
    }

    private static String domainPrefixedPath(String key) {
        int slash = key.indexOf('/');
        if (slash <= 0 || slash == key.length() - 1) {
            return GoQuote.quote(key) + ": must be a domain-prefixed path (such as \"acme.io/foo\")";
        }
        String host = key.substring(0, slash);
        String path = key.substring(slash + 1);
        if (!KnownNames.isSubdomain(host)) {
            return GoQuote.quote(host) + ": " + SUBDOMAIN_RULE;
        }
        return PATH_PATTERN.matcher(path).matches()
                ? ""
                : GoQuote.quote(path) + ": Invalid path (regex used for validation is '" + PATH + "')";
    }
}
