package dev.drydock.kubernetes.validation;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** The forms of ports and percentages. Each rule answers with what is wrong, empty when nothing is. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PortRules {

    private PortRules() {}

    /** The number of a port. */
    public static List<String> number(long port) {
        return port >= 1 && port <= 65535 ? List.of() : List.of("must be between 1 and 65535, inclusive");
    }

    /** The name of a port (IANA service name). */
    public static List<String> name(String port) {
        List<String> wrong = new ArrayList<>();
        if (port.length() > 15) {
            wrong.add("must be no more than 15 characters");
        }
        if (!port.matches("[-a-z0-9]+")) {
            wrong.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!port.matches("(?s).*[a-z].*")) {
            wrong.add("must contain at least one letter (a-z)");
        }
        if (port.contains("--")) {
            wrong.add("must not contain consecutive hyphens");
        }
        if (port.startsWith("-") || port.endsWith("-")) {
            wrong.add("must not begin or end with a hyphen");
        }
        return wrong;
    }

    /** A percentage, {@code 50%}. */
    public static List<String> percent(String text) {
        return text.matches("[0-9]+%")
                ? List.of()
                : List.of(NameRules.regexError(
                        "a valid percent string must be a numeric string followed by an ending '%'",
                        "[0-9]+%", "1%", "93%"));
    }
}
