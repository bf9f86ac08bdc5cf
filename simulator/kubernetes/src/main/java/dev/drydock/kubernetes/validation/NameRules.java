package dev.drydock.kubernetes.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The forms of names (upstream {@code apimachinery/pkg/api/validate/content}). Each rule answers with what is wrong, empty when
 * nothing is.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class NameRules {

    private static final String OLD_LABEL = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String LABEL_KEY = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final Pattern LABEL_PATTERN = Pattern.compile(LABEL);
    private static final Pattern SUBDOMAIN_PATTERN = Pattern.compile(SUBDOMAIN);
    private static final Pattern LABEL_KEY_PATTERN = Pattern.compile(LABEL_KEY);
    private static final Pattern LABEL_VALUE_PATTERN = Pattern.compile("(" + LABEL_KEY + ")?");
    private static final String KEY_TEXT =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                    + " character";

    private NameRules() {}

    /** What a rule with an expression says, with examples of what is right. */
    public static String regexError(String message, String expression, String... examples) {
        StringBuilder text = new StringBuilder(message).append(" (");
        for (int i = 0; i < examples.length; i++) {
            text.append(i == 0 ? "e.g. " : " or ")
                    .append('\'')
                    .append(examples[i])
                    .append("', ");
        }
        return text.append("regex used for validation is '")
                .append(expression)
                .append("')")
                .toString();
    }

    private static void addTooLong(List<String> wrong, String value, int most, String prefix) {
        if (value.getBytes(StandardCharsets.UTF_8).length > most) {
            wrong.add(prefix + "must be no more than " + most + " bytes");
        }
    }

    /** DNS names are said to have characters, labels bytes; both mean bytes. */
    private static void addTooLongName(List<String> wrong, String value, int most) {
        if (value.getBytes(StandardCharsets.UTF_8).length > most) {
            wrong.add("must be no more than " + most + " characters");
        }
    }

    /** A DNS label, as namespaces are named. */
    public static List<String> dnsLabel(String value) {
        List<String> wrong = new ArrayList<>();
        addTooLongName(wrong, value, 63);
        if (!LABEL_PATTERN.matcher(value).matches()) {
            wrong.add(
                    SUBDOMAIN_PATTERN.matcher(value).matches()
                            ? "must not contain dots"
                            : regexError(
                                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                                            + " '-', and must start and end with an alphanumeric character",
                                    LABEL,
                                    "my-name",
                                    "123-abc"));
        }
        return wrong;
    }

    /** A DNS label of the older kind, which starts with a letter, as API versions are named. */
    public static List<String> dns1035Label(String value) {
        List<String> wrong = new ArrayList<>();
        addTooLongName(wrong, value, 63);
        if (!value.matches(OLD_LABEL)) {
            wrong.add(regexError(
                    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                            + " character, and end with an alphanumeric character",
                    OLD_LABEL,
                    "my-name",
                    "abc-123"));
        }
        return wrong;
    }

    /** A DNS subdomain, as most objects are named. */
    public static List<String> dnsSubdomain(String value) {
        List<String> wrong = new ArrayList<>();
        addTooLongName(wrong, value, 253);
        if (!SUBDOMAIN_PATTERN.matcher(value).matches()) {
            wrong.add(regexError(
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
                            + " and must start and end with an alphanumeric character",
                    SUBDOMAIN,
                    "example.com"));
        }
        return wrong;
    }

    /** A segment of a URL path, as roles and bindings are named. */
    public static List<String> pathSegment(String value) {
        if (value.equals(".") || value.equals("..")) {
            return List.of("may not be '" + value + "'");
        }
        List<String> wrong = new ArrayList<>();
        for (String part : List.of("/", "%")) {
            if (value.contains(part)) {
                wrong.add("may not contain '" + part + "'");
            }
        }
        return wrong;
    }

    /** A key of a label: a name, with an optional DNS subdomain and a slash before it. */
    public static List<String> labelKey(String value) {
        String[] parts = value.split("/", -1);
        if (parts.length > 2) {
            return List.of(regexError("a valid label key " + KEY_TEXT, LABEL_KEY, "MyName", "my.name", "123-abc")
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        List<String> wrong = new ArrayList<>();
        if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                wrong.add("prefix part must be non-empty");
            } else {
                dnsSubdomain(parts[0]).forEach(text -> wrong.add("prefix part " + text));
            }
        }
        String name = parts[parts.length - 1];
        if (name.isEmpty()) {
            wrong.add("name part must be non-empty");
        }
        addTooLong(wrong, name, 63, "name part ");
        if (!LABEL_KEY_PATTERN.matcher(name).matches()) {
            wrong.add(regexError("name part " + KEY_TEXT, LABEL_KEY, "MyName", "my.name", "123-abc"));
        }
        return wrong;
    }

    /** A value of a label. */
    public static List<String> labelValue(String value) {
        List<String> wrong = new ArrayList<>();
        addTooLong(wrong, value, 63, "");
        if (!LABEL_VALUE_PATTERN.matcher(value).matches()) {
            wrong.add(regexError(
                    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.',"
                            + " and must start and end with an alphanumeric character",
                    "(" + LABEL_KEY + ")?",
                    "MyValue",
                    "my_value",
                    "12345"));
        }
        return wrong;
    }
}
