package dev.drydock.kustomize.vars;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecFilter;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.util.Map;

/** Replaces {@code $(NAME)} in texts; follows filters/refvar. */
final class VariableExpansion {

    private final Map<String, Node> values;

    VariableExpansion(Map<String, Node> values) {
        this.values = values;
    }

    void apply(ResourceMap resources, FieldSpecs fields) {
        for (Resource resource : resources.resources()) {
            for (FieldSpec field : fields.specs()) {
                resource.setNode(FieldSpecFilter.of(field, this::set, null).apply(resource.node()));
            }
        }
    }

    private Node set(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> value instanceof ScalarNode s && Scalars.isText(s) ? scalar(s) : value);
        }
        if (node instanceof ListNode list) {
            return list.map(item -> {
                if (item instanceof ScalarNode s && Scalars.isText(s)) {
                    return scalar(s);
                }
                throw new KustomizeException("invalid value type expect a string");
            });
        }
        return node instanceof ScalarNode s && Scalars.isText(s) ? scalar(s) : node;
    }

    private Node scalar(ScalarNode old) {
        String input = old.stringValue();
        if (input.indexOf('$') < 0) {
            return old;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < input.length()) {
            int dollar = input.indexOf('$', at);
            if (dollar < 0 || dollar + 1 == input.length()) {
                break;
            }
            out.append(input, at, dollar);
            char next = input.charAt(dollar + 1);
            int end = next == '(' ? input.indexOf(')', dollar + 2) : -1;
            if (next == '$') {
                out.append('$');
                at = dollar + 2;
            } else if (end < 0) {
                out.append('$').append(next);
                at = dollar + 2;
            } else {
                String name = input.substring(dollar + 2, end);
                Node value = values.get(name);
                ScalarNode known = value instanceof ScalarNode scalar ? scalar : null;
                if (known != null && dollar == 0 && end == input.length() - 1) {
                    return typed(known);
                }
                out.append(known != null ? text(known) : "$(" + name + ")");
                at = end + 1;
            }
        }
        return Scalars.string(out.append(input.substring(at)).toString());
    }

    private static ScalarNode typed(ScalarNode value) {
        return value.value() == null ? Scalars.string(value.text()) : ScalarNode.of(value.value());
    }

    private static String text(ScalarNode value) {
        if (value.value() instanceof Double number && Math.abs(number) < 1e21) {
            return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }
        return value.value() == null ? value.text() : String.valueOf(value.value());
    }
}
