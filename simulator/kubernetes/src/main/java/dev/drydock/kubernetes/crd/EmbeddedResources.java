package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.ObjectMetaRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Objects inside objects have a type and sound metadata (apiextensions-apiserver, pkg/apiserver/schema/objectmeta). */
final class EmbeddedResources {

    private static final String EMBEDDED = "x-kubernetes-embedded-resource";

    private final FieldErrors errors = new FieldErrors();

    private EmbeddedResources() {}

    /**
     * What is wrong with the objects in a value.
     *
     * @param path path of the value
     * @param isResource whether the value is an object itself
     */
    static FieldErrors validate(Node value, MapNode schema, String path, boolean isResource) {
        EmbeddedResources resources = new EmbeddedResources();
        resources.visit(value, isResource ? schema.with(EMBEDDED, true) : schema, path);
        return resources.errors;
    }

    private void visit(Node value, MapNode schema, String path) {
        if (value instanceof MapNode map) {
            if (schema.isTrue(EMBEDDED)) {
                resource(map, path);
            }
            MapNode properties = schema.findMap("properties");
            for (String key : new TreeSet<>(map.keys())) {
                Node item = map.get(key);
                if (item != null && properties.get(key) instanceof MapNode property) {
                    visit(item, property, Paths.child(path, key));
                } else if (item != null && schema.get("additionalProperties") instanceof MapNode additional) {
                    visit(item, additional, Paths.key(path, key));
                }
            }
        } else if (value instanceof ListNode list && schema.get("items") instanceof MapNode items) {
            for (int i = 0; i < list.size(); i++) {
                visit(list.get(i), items, Paths.index(path, i));
            }
        }
    }

    private void resource(MapNode object, String path) {
        for (String field : List.of("apiVersion", "kind")) {
            if (!object.has(field)) {
                errors.add(FieldError.required(Paths.child(path, field), ""));
            }
        }
        String apiVersion = text(object, "apiVersion", path);
        if (apiVersion != null && apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
            errors.add(FieldError.invalid(
                    Paths.child(path, "apiVersion"), apiVersion, "unexpected GroupVersion string: " + apiVersion));
        }
        String kind = text(object, "kind", path);
        if (kind != null) {
            List<String> wrong = NameRules.dns1035Label(kind.toLowerCase(Locale.ROOT));
            if (!wrong.isEmpty()) {
                errors.add(FieldError.invalid(
                        Paths.child(path, "kind"),
                        kind,
                        "may have mixed case, but should otherwise match: " + String.join(",", wrong)));
            }
        }
        if (object.get("metadata") instanceof MapNode metadata) {
            metadata(metadata, path);
        }
    }

    private @Nullable String text(MapNode object, String field, String path) {
        Node value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
            errors.add(FieldError.invalid(Paths.child(path, field), value, "must be a string"));
            return null;
        }
        if (scalar.stringValue().isEmpty()) {
            errors.add(FieldError.invalid(Paths.child(path, field), "", "must not be empty"));
            return null;
        }
        return scalar.stringValue();
    }

    /** The name may be absent. */
    private void metadata(MapNode metadata, String path) {
        MapNode named = metadata.findText("name").isEmpty() ? metadata.with("name", "fakename") : metadata;
        boolean namespaced = !metadata.findText("namespace").isEmpty();
        for (FieldError error : ObjectMetaRules.validate(named, namespaced, NameRules::pathSegment, false)
                .list()) {
            errors.add(new FieldError(error.reason(), Paths.child(path, error.field()), error.body()));
        }
    }
}
