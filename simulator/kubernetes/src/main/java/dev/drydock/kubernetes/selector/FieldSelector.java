package dev.drydock.kubernetes.selector;

import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A field selector in its text form: {@code path=value}, {@code path==value} or {@code path!=value}, joined by commas
 * (apimachinery fields/selector.go).
 *
 * @param requirements what must all hold
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FieldSelector(List<Requirement> requirements) {

    /** A selector of these requirements. */
    public FieldSelector {
        requirements = List.copyOf(requirements);
    }

    /**
     * One requirement.
     *
     * @param path dotted path of the field
     * @param value value
     * @param equal whether the field must have the value or must not
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Requirement(String path, String value, boolean equal) {

        private boolean matches(Node object) {
            Node found = object.find(path.split("\\.", -1));
            String text =
                    found instanceof ScalarNode scalar && scalar.value() != null ? String.valueOf(scalar.value()) : "";
            return text.equals(value) == equal;
        }
    }

    /**
     * The selector of a text; an empty text selects everything.
     *
     * @throws InvalidSelectorException with the words of apimachinery
     */
    public static FieldSelector parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String term : text.split(",", -1)) {
            if (term.isEmpty()) {
                continue;
            }
            int at = term.indexOf('=');
            if (at <= 0) {
                throw new InvalidSelectorException("invalid selector: '" + text + "'; can't understand '" + term + "'");
            }
            boolean unequal = term.charAt(at - 1) == '!';
            boolean twice = term.startsWith("==", at);
            requirements.add(new Requirement(
                    term.substring(0, unequal ? at - 1 : at), term.substring(at + (twice ? 2 : 1)), !unequal));
        }
        return new FieldSelector(requirements);
    }

    /** Whether an object meets all requirements. */
    public boolean matches(Node object) {
        return requirements.stream().allMatch(requirement -> requirement.matches(object));
    }

    /** The name that {@code metadata.name=NAME} asks for; empty when no term does. */
    public String name() {
        return requirements.stream()
                .filter(r -> r.equal() && r.path().equals("metadata.name"))
                .map(Requirement::value)
                .findFirst()
                .orElse("");
    }
}
