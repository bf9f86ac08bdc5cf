package dev.drydock.helm.schema;

import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keywords for objects. */
final class ObjectKeywords {

    private final Dialect dialect;
    private final Patterns patterns;
    private final Subschemas subschemas;

    ObjectKeywords(Dialect dialect, Patterns patterns, Subschemas subschemas) {
        this.dialect = dialect;
        this.patterns = patterns;
        this.subschemas = subschemas;
    }

    void check(Visit visit, GoMap map) {
        Counts.check(visit, "minProperties", "maxProperties", map.size());
        required(visit, map);
        dependencies(visit, "dependencies", map);
        List<String> additional = new ArrayList<>();
        map.entries().forEach((name, value) -> property(visit, name, value, additional));
        if (!additional.isEmpty()) {
            visit.add("additional properties " + Shown.quoteAll(additional) + " not allowed");
        }
        if (dialect.since(6)) {
            propertyNames(visit, map);
        }
        if (dialect.since(2019)) {
            dependencies(visit, "dependentSchemas", map);
            dependencies(visit, "dependentRequired", map);
        }
    }

    private static void required(Visit visit, GoMap map) {
        List<String> missing = missing(map, visit.keywords().findList("required"));
        if (!missing.isEmpty()) {
            String word = missing.size() == 1 ? "missing property " : "missing properties ";
            visit.add(word + Shown.quoteAll(missing));
        }
    }

    private static List<String> missing(GoMap map, ListNode names) {
        return names.strings().stream().filter(name -> !map.has(name)).toList();
    }

    private void dependencies(Visit visit, String keyword, GoMap map) {
        visit.keywords().findMap(keyword).forEach((name, dependency) -> {
            if (!map.has(name)) {
                return;
            }
            if (!(dependency instanceof ListNode names)) {
                visit.add(subschemas.check(dependency, map, visit.place(), visit.evaluated()));
                return;
            }
            List<String> missing = missing(map, names);
            if (!missing.isEmpty()) {
                visit.add("properties " + Shown.quoteAll(missing) + " required, if " + Shown.quote(name) + " exists");
            }
        });
    }

    /** Checks a property; one that {@code additionalProperties: false} refuses is added to {@code additional}. */
    private void property(Visit visit, String name, @Nullable Object value, List<String> additional) {
        String below = visit.place(name);
        boolean known = false;
        Node own = visit.keywords().findMap("properties").get(name);
        if (own != null) {
            known = true;
            visit.add(subschemas.check(own, value, below));
        }
        MapNode byPattern = visit.keywords().findMap("patternProperties");
        for (String pattern : byPattern.keys()) {
            if (patterns.matches(pattern, name)) {
                known = true;
                visit.add(subschemas.check(Objects.requireNonNull(byPattern.get(pattern)), value, below));
            }
        }
        Node others = visit.keywords().get("additionalProperties");
        if (!known && others instanceof ScalarNode scalar) {
            if (Boolean.FALSE.equals(scalar.value())) {
                additional.add(name);
            }
        } else if (!known && others != null) {
            visit.add(subschemas.check(others, value, below));
        }
        if (known || others != null) {
            visit.evaluated().property(name);
        }
    }

    private void propertyNames(Visit visit, GoMap map) {
        Node schema = visit.keywords().get("propertyNames");
        if (schema == null) {
            return;
        }
        for (String name : map.entries().keySet()) {
            Problem problem = subschemas.check(schema, name, "");
            if (problem != null) {
                String message = "invalid propertyName " + Shown.quote(name);
                visit.add(new Problem("", message, problem.members(), Problem.Kind.PLAIN));
            }
        }
    }
}
