package dev.drydock.conformance.flux;

import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Locale;

/** The objects of a case, read as an in-memory client reads them. */
record World(List<MapNode> objects) implements ObjectLookup, ReceiverTargets.Listing {

    static World of(MapNode in) {
        return new World(Answers.maps(in.findList("world")));
    }

    @Override
    public Answer read(GroupVersionKind type, String namespace, String name) {
        for (MapNode object : list(type, namespace)) {
            if (ObjectFields.name(object).equals(name)) {
                return new Found(object);
            }
        }
        return new Failed(notFound(type, name), true);
    }

    @Override
    public List<MapNode> list(GroupVersionKind type, String namespace) {
        return objects.stream()
                .filter(object -> ObjectFields.type(object).equals(type)
                        && ObjectFields.namespace(object).equals(namespace))
                .toList();
    }

    List<MapNode> ofKind(String kind) {
        return objects.stream()
                .filter(object -> ObjectFields.kind(object).equals(kind))
                .toList();
    }

    static String notFound(GroupVersionKind type, String name) {
        String kind = type.kind().toLowerCase(Locale.ROOT);
        String plural = kind.endsWith("s")
                ? kind + "es"
                : kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
        return plural + (type.group().isEmpty() ? "" : "." + type.group()) + " \"" + name + "\" not found";
    }
}
