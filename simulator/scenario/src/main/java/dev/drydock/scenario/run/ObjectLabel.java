package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;

/** Names objects in results: {@code Kind.group/namespace/name}. */
public final class ObjectLabel {

    private ObjectLabel() {}

    /** The label of an object; one without a name has that of its {@code generateName}. */
    public static String of(MapNode object) {
        String name = object.findString("metadata", "name");
        String label = name == null ? object.findText("metadata", "generateName") : name;
        String namespace = object.findText("metadata", "namespace");
        return kind(object).groupKind() + "/" + (namespace.isEmpty() ? "" : namespace + "/") + label;
    }

    /** The kind of an object, with empty texts for what it does not say. */
    static GroupVersionKind kind(MapNode object) {
        return GroupVersionKind.of(object.findText("apiVersion"), object.findText("kind"));
    }
}
