package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The migration from kubectl's client-side apply: its annotation lets the manager {@code kubectl} take over what it applied
 * before, and is kept up to date (managedfields/internal/lastapplied*.go).
 */
final class LastApplied {

    /** The only manager that is migrated. */
    static final String MANAGER = "kubectl";

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int MAX_ANNOTATIONS_BYTES = 256 * 1024;

    private LastApplied() {}

    /** The conflicts without those on fields that client-side apply set and nobody changed since. */
    static Map<ManagerId, FieldSet> withoutAllowed(
            Map<ManagerId, FieldSet> conflicts, MapNode live, TypeRef type, String apiVersion) {
        FieldSet allowed = allowed(live, type, apiVersion);
        Map<ManagerId, FieldSet> left = new LinkedHashMap<>();
        conflicts.forEach((id, fields) -> {
            FieldSet rest = fields.difference(allowed);
            if (!rest.isEmpty()) {
                left.put(id, rest);
            }
        });
        return left;
    }

    private static FieldSet allowed(MapNode live, TypeRef type, String apiVersion) {
        String text = live.findString("metadata", "annotations", ANNOTATION);
        if (text == null
                || text.isEmpty()
                || TypeCheck.problem(live, type, false).isPresent()) {
            return FieldSet.EMPTY;
        }
        Node last;
        try {
            last = JsonReader.read(text, ANNOTATION);
        } catch (YamlException e) {
            return FieldSet.EMPTY;
        }
        if (!(last instanceof MapNode object)
                || !apiVersion.equals(object.findString("apiVersion"))
                || TypeCheck.problem(object, type, false).isPresent()) {
            return FieldSet.EMPTY;
        }
        Comparison changes = Comparison.of(object, live, type);
        return FieldSets.of(object, type)
                .difference(changes.modified())
                .difference(changes.added())
                .difference(changes.removed());
    }

    /** The merged object with its annotation, if it has one, set to the configuration. */
    static MapNode refresh(MapNode merged, MapNode configuration) {
        String old = merged.findString("metadata", "annotations", ANNOTATION);
        if (old == null || old.isEmpty()) {
            return merged;
        }
        MapNode annotations = merged.findMap("metadata", "annotations");
        MapNode applied = configuration.get("metadata") instanceof MapNode metadata
                        && metadata.get("annotations") instanceof MapNode own
                ? configuration.with("metadata", metadata.with("annotations", own.without(ANNOTATION)))
                : configuration;
        MapNode refreshed = annotations.with(ANNOTATION, JsonWriter.go(applied) + "\n");
        if (bytes(refreshed) > MAX_ANNOTATIONS_BYTES) {
            refreshed = annotations.without(ANNOTATION);
        }
        return merged.with("metadata", merged.findMap("metadata").with("annotations", refreshed));
    }

    private static long bytes(MapNode annotations) {
        long[] size = {0};
        annotations
                .strings()
                .forEach((key, value) -> size[0] +=
                        key.getBytes(StandardCharsets.UTF_8).length + value.getBytes(StandardCharsets.UTF_8).length);
        return size[0];
    }
}
