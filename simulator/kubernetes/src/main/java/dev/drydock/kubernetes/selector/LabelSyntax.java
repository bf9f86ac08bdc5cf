package dev.drydock.kubernetes.selector;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** The checks of label keys and values inside a selector (apimachinery, api/validate/content). */
final class LabelSyntax {

    private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String VALUE = "(" + NAME + ")?";
    private static final String DNS_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = DNS_LABEL + "(\\." + DNS_LABEL + ")*";
    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    private static final Pattern VALUE_PATTERN = Pattern.compile(VALUE);
    private static final Pattern SUBDOMAIN_PATTERN = Pattern.compile(SUBDOMAIN);

    private static final String NAME_MESSAGE =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start"
                    + " and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                    + " validation is '" + NAME + "')";
    private static final String VALUE_MESSAGE = "a valid label must be an empty string or consist of alphanumeric"
            + " characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue', "
            + " or 'my_value',  or '12345', regex used for validation is '" + VALUE + "')";
    private static final String SUBDOMAIN_MESSAGE = "a lowercase RFC 1123 subdomain must consist of lower case"
            + " alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g."
            + " 'example.com', regex used for validation is '" + SUBDOMAIN + "')";

    private LabelSyntax() {}

    static void checkKey(String key, String path) {
        List<String> problems = keyProblems(key);
        if (!problems.isEmpty()) {
            throw new InvalidSelectorException(invalid(path, key, String.join("; ", problems)));
        }
    }

    static void checkValues(String key, String operator, SortedSet<String> values) {
        List<String> errors = new ArrayList<>();
        int i = 0;
        boolean order = operator.equals("gt") || operator.equals("lt");
        for (String value : values) {
            if (order && !value.matches("[+-]?[0-9]+")) {
                errors.add(
                        invalid("values[" + i + "]", value, "for 'Gt', 'Lt' operators, the value must be an integer"));
            }
            i++;
        }
        i = 0;
        for (String value : values) {
            List<String> problems = new ArrayList<>();
            if (value.length() > 63) {
                problems.add("must be no more than 63 bytes");
            }
            if (!VALUE_PATTERN.matcher(value).matches()) {
                problems.add(VALUE_MESSAGE);
            }
            if (!problems.isEmpty()) {
                errors.add(invalid("values[" + i + "][" + key + "]", value, String.join("; ", problems)));
            }
            i++;
        }
        if (!errors.isEmpty()) {
            throw new InvalidSelectorException(
                    errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]");
        }
    }

    private static List<String> keyProblems(String key) {
        String[] parts = key.split("/", -1);
        List<String> problems = new ArrayList<>();
        if (parts.length > 2) {
            return List.of("a valid label key " + NAME_MESSAGE
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                problems.add("prefix part must be non-empty");
            } else {
                if (parts[0].length() > 253) {
                    problems.add("prefix part must be no more than 253 bytes");
                }
                if (!SUBDOMAIN_PATTERN.matcher(parts[0]).matches()) {
                    problems.add("prefix part " + SUBDOMAIN_MESSAGE);
                }
            }
        }
        String name = parts[parts.length - 1];
        if (name.isEmpty()) {
            problems.add("name part must be non-empty");
        } else if (name.length() > 63) {
            problems.add("name part must be no more than 63 bytes");
        }
        if (!NAME_PATTERN.matcher(name).matches()) {
            problems.add("name part " + NAME_MESSAGE);
        }
        return problems;
    }

    private static String invalid(String path, String value, String detail) {
        return path + ": Invalid value: \"" + value + "\": " + detail;
    }
}
