package dev.drydock.helm.schema;

import dev.drydock.helm.NotModelledException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a schema is one: of what metaschemas refuse only a wrong {@code type} is worded, the rest is not modelled. */
final class MetaSchema {

    private static final List<String> TYPES =
            List.of("array", "boolean", "integer", "null", "number", "object", "string");
    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> SCHEMAS = Set.of(
            "additionalProperties",
            "propertyNames",
            "items",
            "contains",
            "not",
            "if",
            "then",
            "else",
            "additionalItems",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> COUNTS =
            Set.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");

    private final Dialect dialect;

    private MetaSchema(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The first problem of a schema, or null. */
    static @Nullable Problem check(Node schema, Dialect dialect) {
        return new MetaSchema(dialect).check(schema, "", 0);
    }

    private @Nullable Problem check(Node schema, String place, int depth) {
        if (depth > 100) {
            throw new NotModelledException("a values schema that nests more than 100 levels deep");
        }
        if (schema instanceof ScalarNode scalar && scalar.value() instanceof Boolean) {
            return null;
        }
        if (!(schema instanceof MapNode keywords)) {
            throw refused(place);
        }
        List<Problem> problems = new ArrayList<>();
        keywords.forEach((keyword, value) -> {
            String here = Problem.below(place, keyword);
            Problem problem = keyword(keyword, value, here, depth);
            if (problem != null) {
                problems.add(problem);
            }
        });
        if (problems.isEmpty()) {
            return null;
        }
        if (problems.size() > 1) {
            throw refused(place);
        }
        return dialect.since(2019)
                ? new Problem(place, "'allOf' failed", problems, Problem.Kind.PLAIN)
                : problems.get(0);
    }

    private @Nullable Problem keyword(String keyword, Node value, String place, int depth) {
        if (keyword.equals("type")) {
            return type(value, place);
        }
        if (COUNTS.contains(keyword)) {
            boolean count = value instanceof ScalarNode scalar
                    && scalar.value() instanceof Number number
                    && number.doubleValue() >= 0;
            return count ? null : refuse(place);
        }
        if (keyword.equals("required")) {
            boolean names = value instanceof ListNode list && list.strings().size() == list.size();
            return names ? null : refuse(place);
        }
        if (MAPS.contains(keyword)) {
            if (!(value instanceof MapNode map)) {
                return refuse(place);
            }
            for (String name : map.keys()) {
                String below = Problem.below(place, name);
                Problem problem = check(java.util.Objects.requireNonNull(map.get(name)), below, depth + 1);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        }
        boolean list = LISTS.contains(keyword) || (keyword.equals("items") && value instanceof ListNode);
        if (list && value instanceof ListNode schemas) {
            for (int i = 0; i < schemas.size(); i++) {
                Problem problem = check(schemas.get(i), place + "/" + i, depth + 1);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        }
        return list ? refuse(place) : SCHEMAS.contains(keyword) ? check(value, place, depth + 1) : null;
    }

    private @Nullable Problem type(Node value, String place) {
        if (value instanceof ScalarNode scalar && scalar.isString()) {
            if (TYPES.contains(scalar.stringValue())) {
                return null;
            }
            List<Problem> causes = List.of(
                    Problem.of(place, "value must be one of " + Shown.quoteAll(TYPES)),
                    Problem.of(place, "got string, want array"));
            return new Problem(place, "'anyOf' failed", causes, Problem.Kind.PLAIN);
        }
        boolean types = value instanceof ListNode list
                && list.size() > 0
                && TYPES.containsAll(list.strings())
                && list.strings().size() == list.size();
        return types ? null : refuse(place);
    }

    private static Problem refuse(String place) {
        throw refused(place);
    }

    private static NotModelledException refused(String place) {
        return new NotModelledException("a values schema that is none at " + (place.isEmpty() ? "its root" : place));
    }
}
