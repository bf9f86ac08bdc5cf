package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What alternatives speak of must be declared outside them (apiserver/schema/complete.go). */
final class StructuralCompleteness {

    private final FieldErrors errors;

    private StructuralCompleteness(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(MapNode schema, String path, FieldErrors errors) {
        new StructuralCompleteness(errors).values(schema, schema, path, path);
    }

    private void values(MapNode checks, MapNode schema, String path, String checksPath) {
        MapNode not = Parts.map(checks, "not");
        if (not != null) {
            nested(not, schema, path, Paths.child(checksPath, "not"));
        }
        for (String field : List.of("allOf", "anyOf", "oneOf")) {
            List<MapNode> schemas = Parts.schemas(checks, field);
            for (int i = 0; i < schemas.size(); i++) {
                nested(schemas.get(i), schema, path, Paths.index(Paths.child(checksPath, field), i));
            }
        }
    }

    private void nested(MapNode checks, @Nullable MapNode schema, String path, String checksPath) {
        if (schema == null) {
            errors.add(FieldError.required(path, "because it is defined in " + checksPath));
            return;
        }
        values(checks, schema, path, checksPath);
        MapNode items = Parts.map(checks, "items");
        if (items != null) {
            nested(items, Parts.map(schema, "items"), Paths.child(path, "items"), Paths.child(checksPath, "items"));
        }
        String to = Paths.child(path, "properties");
        String from = Paths.child(checksPath, "properties");
        for (String name : Parts.names(checks, "properties")) {
            MapNode property = schema.findMap("properties").get(name) instanceof MapNode map ? map : null;
            nested(Parts.property(checks, "properties", name), property, Paths.key(to, name), Paths.key(from, name));
        }
    }
}
