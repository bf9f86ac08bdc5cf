package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.History;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Strategic merge patches on objects of a build: name, namespace and kind stay unless a patch may change them. */
final class MergePatches {

    private final StrategicMerge merge;

    MergePatches(MergeSchemas schemas) {
        this.merge = new StrategicMerge(schemas);
    }

    /** Resource.ApplySmPatch of api/resource/resource.go. */
    void apply(Resource object, Resource patch) {
        apply(object, patch, patch.node());
    }

    private void apply(Resource object, Resource patch, MapNode content) {
        String name = object.name();
        String namespace = object.namespace();
        String kind = object.kind();
        if (patch.nameChangeAllowed() || patch.kindChangeAllowed()) {
            object.storePreviousId();
        }
        boolean forgets = wipesAnnotations(content);
        object.setNode(merge.merge(object.node(), content));
        if (object.isEmpty()) {
            object.setNode(null);
            return;
        }
        if (forgets) {
            object.setHistory(History.NONE);
        }
        if (!patch.kindChangeAllowed() && !object.kind().equals(kind)) {
            object.setKind(kind);
        }
        if (!patch.nameChangeAllowed() && !object.name().equals(name)) {
            object.setName(name);
        }
        boolean blank = namespace.isEmpty() && object.node().find("metadata", "namespace") != null;
        if (blank || !object.namespace().equals(namespace)) {
            object.setNamespace(namespace);
        }
    }

    /** Whether a patch takes all annotations away, and with them what kustomize remembers in them. */
    private static boolean wipesAnnotations(MapNode content) {
        Node metadata = content.get("metadata");
        if (!(metadata instanceof MapNode map)) {
            return false;
        }
        Node annotations = map.get("annotations");
        return wipes(map)
                || (annotations != null && annotations.isNull())
                || (annotations instanceof MapNode entries && wipes(entries));
    }

    private static boolean wipes(MapNode map) {
        String directive = Scalars.text(map.get(StrategicMerge.DIRECTIVE));
        return directive.equals("replace") || directive.equals("delete");
    }

    /** Merges one patch into several objects, with their group and version, and compares all ids afterwards. */
    void applyToAll(ResourceMap resources, List<Resource> selected, Resource patch) {
        Set<ResId> ids = new HashSet<>();
        selected.forEach(r -> ids.add(r.currentId()));
        List<Resource> rest = new ArrayList<>();
        for (Resource resource : resources.resources()) {
            if (ids.contains(resource.currentId())) {
                MapNode content = patch.node();
                String apiVersion = resource.gvk().apiVersion();
                content = content.with("apiVersion", Scalars.inPlaceOf(content.get("apiVersion"), apiVersion));
                content = Strings.labelsAndAnnotations(content);
                apply(resource, patch, content);
            }
            if (!resource.isEmpty()) {
                rest.add(resource);
            }
        }
        resources.reset(rest);
    }

    /** The patch is copied with its labels and annotations made strings. */
    private static final class Strings {
        private Strings() {}

        static MapNode labelsAndAnnotations(MapNode patch) {
            MapNode strings = patch;
            for (String field : List.of("labels", "annotations")) {
                if (strings.find("metadata", field) instanceof MapNode map) {
                    strings = map.isEmpty()
                            ? strings.withoutPath("metadata", field)
                            : strings.with(List.of("metadata", field), strings(map));
                } else if (strings.find("metadata", field) != null) {
                    strings = strings.withoutPath("metadata", field);
                }
            }
            return strings;
        }

        private static MapNode strings(MapNode map) {
            return map.map((key, value) -> value instanceof ScalarNode scalar && Scalars.isText(scalar)
                    ? value
                    : Scalars.string(Scalars.text(value)));
        }
    }
}
