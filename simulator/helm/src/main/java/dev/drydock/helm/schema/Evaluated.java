package dev.drydock.helm.schema;

import java.util.HashSet;
import java.util.Set;

/** The properties and items of a value that some schema has looked at; unevaluated keywords ask for the others. */
final class Evaluated {

    private final Set<String> properties = new HashSet<>();
    private final Set<Integer> items = new HashSet<>();

    void property(String name) {
        properties.add(name);
    }

    void item(int index) {
        items.add(index);
    }

    boolean hasProperty(String name) {
        return properties.contains(name);
    }

    boolean hasItem(int index) {
        return items.contains(index);
    }

    /** Takes over what a schema that holds has looked at. */
    void addAll(Evaluated other) {
        properties.addAll(other.properties);
        items.addAll(other.items);
    }
}
