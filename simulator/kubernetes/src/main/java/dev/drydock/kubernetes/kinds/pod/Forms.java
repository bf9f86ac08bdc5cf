package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of texts in pod specs (apimachinery/pkg/util/validation). */
final class Forms {

    private static final String HEADER = "[-A-Za-z0-9]+";
    private static final Pattern HEADER_PATTERN = Pattern.compile(HEADER);
    private static final String KEY = "[-._a-zA-Z0-9]+";
    private static final Pattern KEY_PATTERN = Pattern.compile(KEY);
    private static final String UNDERSCORE_LABEL = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
    private static final String UNDERSCORE_SUBDOMAIN = UNDERSCORE_LABEL + "(\\." + UNDERSCORE_LABEL + ")*";
    private static final Pattern UNDERSCORE_PATTERN = Pattern.compile(UNDERSCORE_SUBDOMAIN);
    private static final int LONGEST_NAME = 253;
    private static final long MOST_ID = Integer.MAX_VALUE;

    private Forms() {}

    static List<String> environmentName(String name) {
        List<String> wrong = new ArrayList<>();
        if (name.isEmpty()) {
            wrong.add("environment variable name must be non-empty");
        }
        if (name.chars().anyMatch(c -> c < ' ' || c > '~' || c == '=')) {
            wrong.add(
                    "a valid environment variable name must consist only of printable ASCII characters other than '='");
        }
        return wrong;
    }

    static List<String> headerName(String name) {
        return HEADER_PATTERN.matcher(name).matches()
                ? List.of()
                : List.of(NameRules.regexError(
                        "a valid HTTP header must consist of alphanumeric characters or '-'", HEADER, "X-Header-Name"));
    }

    /** A key of a ConfigMap or Secret. */
    static List<String> configKey(String key) {
        List<String> wrong = new ArrayList<>();
        if (bytes(key) > LONGEST_NAME) {
            wrong.add("must be no more than " + LONGEST_NAME + " characters");
        }
        if (!KEY_PATTERN.matcher(key).matches()) {
            wrong.add(NameRules.regexError(
                    "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
                    KEY,
                    "key.name",
                    "KEY_NAME",
                    "key-name"));
        }
        if (key.equals(".") || key.equals("..")) {
            wrong.add("must not be '" + key + "'");
        } else if (key.startsWith("..")) {
            wrong.add("must not start with '..'");
        }
        return wrong;
    }

    /** A DNS subdomain that may have underscores. */
    static List<String> searchDomain(String domain) {
        List<String> wrong = new ArrayList<>();
        if (bytes(domain) > LONGEST_NAME) {
            wrong.add("must be no more than " + LONGEST_NAME + " characters");
        }
        if (!UNDERSCORE_PATTERN.matcher(domain).matches()) {
            wrong.add(NameRules.regexError(
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.',"
                            + " and must start and end with an alphanumeric character",
                    UNDERSCORE_SUBDOMAIN,
                    "example.com"));
        }
        return wrong;
    }

    /** An address of a field that accepted old forms once. */
    static void ipAddress(Field field) {
        Optional<IpAddress> address = IpAddress.parse(field.text());
        if (address.isEmpty()) {
            field.invalid(field.text(), "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
        } else if (address.get().hasLeadingZeros()) {
            field.invalid(field.text(), "must not have leading 0s");
        } else if (address.get().isMapped()) {
            field.invalid(field.text(), "must not be an IPv4-mapped IPv6 address");
        }
    }

    /** The id of a user or group, where there is one. */
    static void id(Field field) {
        field.between(0, MOST_ID);
    }

    /** The number or the name of a port. */
    static void portOrName(Field field) {
        if (field.value() instanceof ScalarNode scalar && scalar.isString()) {
            field.invalid(PortRules.name(field.text()));
        } else {
            PortRules.number(field.number(0)).forEach(wrong -> field.invalid(field.number(0), wrong));
        }
    }

    /** A number without a sign of plus, a fraction or zeros before it. */
    static List<String> decimal(String text) {
        if (text.isEmpty()) {
            return List.of("must be non-empty");
        }
        return text.matches("0|-?[1-9][0-9]*")
                ? List.of()
                : List.of("must be a valid decimal integer in canonical form");
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
