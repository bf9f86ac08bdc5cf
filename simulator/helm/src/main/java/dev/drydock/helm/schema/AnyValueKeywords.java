package dev.drydock.helm.schema;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keywords for values of any type, of which the first that fails is the only one to be told. */
final class AnyValueKeywords {

    /** Types in the order of upstream's bits, in which messages list them. */
    private static final List<String> TYPES =
            List.of("null", "boolean", "number", "integer", "string", "array", "object");

    private final Dialect dialect;

    AnyValueKeywords(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What is wrong, or null. */
    @Nullable
    String problem(MapNode keywords, @Nullable Object value) {
        String problem = type(keywords, value);
        if (problem != null) {
            return problem;
        }
        Node constant = keywords.get("const");
        if (constant != null && dialect.since(6) && !Instance.equal(constant, value)) {
            return constant instanceof ScalarNode ? "value must be " + Shown.constant(constant) : "'const' failed";
        }
        if (keywords.get("enum") instanceof ListNode values
                && values.stream().noneMatch(item -> Instance.equal(item, value))) {
            return enumeration(values);
        }
        return value instanceof String text ? format(keywords.findText("format"), text) : null;
    }

    private static @Nullable String type(MapNode keywords, @Nullable Object value) {
        Node type = keywords.get("type");
        if (type == null) {
            return null;
        }
        List<String> wanted = type instanceof ListNode list ? list.strings() : List.of(keywords.findText("type"));
        String found = Instance.type(value);
        boolean integer = found.equals("number") && wanted.contains("integer") && Instance.isInteger(value);
        if (wanted.contains(found) || integer) {
            return null;
        }
        List<String> inOrder = TYPES.stream().filter(wanted::contains).toList();
        return "got " + found + ", want " + String.join(" or ", inOrder);
    }

    private static String enumeration(ListNode values) {
        if (values.stream().anyMatch(item -> !(item instanceof ScalarNode))) {
            return "'enum' failed";
        }
        List<String> shown = values.stream().map(Shown::constant).toList();
        return shown.size() == 1 ? "value must be " + shown.get(0) : "value must be one of " + String.join(", ", shown);
    }

    /** From 2019-09 on formats are notes that nobody checks. */
    private @Nullable String format(String format, String text) {
        if (format.isEmpty() || dialect.since(2019)) {
            return null;
        }
        String problem = Formats.problem(format, text);
        return problem == null ? null : Shown.quote(text) + " is not valid " + format + ": " + problem;
    }
}
