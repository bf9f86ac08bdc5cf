package dev.drydock.helm.schema;

import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** The keywords for what no other keyword has looked at, which therefore come last. */
final class UnevaluatedKeywords {

    private final Dialect dialect;
    private final Subschemas subschemas;

    UnevaluatedKeywords(Dialect dialect, Subschemas subschemas) {
        this.dialect = dialect;
        this.subschemas = subschemas;
    }

    void check(Visit visit, @Nullable Object value) {
        if (!dialect.since(2019)) {
            return;
        }
        Node properties = visit.keywords().get("unevaluatedProperties");
        if (properties != null && value instanceof GoMap map) {
            properties(visit, properties, map);
        }
        Node items = visit.keywords().get("unevaluatedItems");
        if (items != null && value instanceof GoList list) {
            items(visit, items, list);
        }
    }

    private void properties(Visit visit, Node schema, GoMap map) {
        map.entries().forEach((name, value) -> {
            if (!visit.evaluated().hasProperty(name)) {
                visit.add(subschemas.check(schema, value, visit.place(name)));
                visit.evaluated().property(name);
            }
        });
    }

    private void items(Visit visit, Node schema, GoList list) {
        for (int i = 0; i < list.size(); i++) {
            if (!visit.evaluated().hasItem(i)) {
                visit.evaluated().item(i);
                visit.add(subschemas.check(schema, list.get(i), visit.place(i)));
            }
        }
    }
}
