package dev.drydock.kubernetes.schema;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Set;

/**
 * What a Go struct without any value looks like when it is encoded: structs that are no pointers are there, and so are fields
 * without omitempty, as null or as the zero of their type.
 *
 * <p>A creation is compared with it, which is why nobody owns {@code spec} of a Deployment but somebody does own
 * {@code spec.strategy.rollingUpdate}.
 */
final class EmptyObjects {

    private static final Set<Node> ZEROS =
            Set.of(ScalarNode.of(""), ScalarNode.of(0), ScalarNode.of(0.0), ScalarNode.FALSE);

    private final Definitions definitions;

    EmptyObjects(Definitions definitions) {
        this.definitions = definitions;
    }

    MapNode of(String definition) {
        MapNode.Builder empty = MapNode.builder();
        MapNode schema = definitions.find(definition);
        if (schema == null) {
            return MapNode.EMPTY;
        }
        Set<String> required = Set.copyOf(schema.findList("required").strings());
        schema.findMap("properties").forEach((name, property) -> {
            Node standard = property.find("default");
            String reference = property instanceof MapNode map ? Definitions.referenceOf(map) : null;
            if (standard instanceof MapNode && reference != null) {
                empty.put(name, of(reference));
            } else if (required.contains(name)) {
                empty.put(name, standard != null && ZEROS.contains(standard) ? standard : ScalarNode.NULL);
            }
        });
        return empty.build();
    }
}
