package dev.drydock.flux.ssa;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Map;
import org.apiguardian.api.API;

/** The accessors of apimachinery's Unstructured: a field of the wrong type counts as absent. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ObjectFields {

    private ObjectFields() {}

    /** The {@code apiVersion}, empty when absent. */
    public static String apiVersion(Node object) {
        return object.findText("apiVersion");
    }

    /** The {@code kind}, empty when absent. */
    public static String kind(Node object) {
        return object.findText("kind");
    }

    /** The name, empty when absent. */
    public static String name(Node object) {
        return object.findText("metadata", "name");
    }

    /** The namespace, empty when absent. */
    public static String namespace(Node object) {
        return object.findText("metadata", "namespace");
    }

    /** The labels in order; empty when one of the values is no string. */
    public static Map<String, String> labels(Node object) {
        return strings(object.findMap("metadata", "labels"));
    }

    /** The annotations in order; empty when one of the values is no string. */
    public static Map<String, String> annotations(Node object) {
        return strings(object.findMap("metadata", "annotations"));
    }

    /** The type; all empty when {@code apiVersion} has more than one slash. */
    public static GroupVersionKind type(Node object) {
        String apiVersion = apiVersion(object);
        if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
            return new GroupVersionKind("", "", "");
        }
        return apiVersion.equals("/")
                ? new GroupVersionKind("", "", kind(object))
                : GroupVersionKind.of(apiVersion, kind(object));
    }

    private static Map<String, String> strings(MapNode map) {
        Map<String, String> strings = map.strings();
        return strings.size() == map.size() ? strings : Map.of();
    }
}
