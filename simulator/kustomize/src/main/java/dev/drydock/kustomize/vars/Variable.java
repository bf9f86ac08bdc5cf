package dev.drydock.kustomize.vars;

import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/**
 * A variable of the field {@code vars}: a name for a field of an object.
 *
 * @param namespace empty for any
 */
public record Variable(String name, Gvk gvk, String objectName, String namespace, String fieldPath) {

    /** The variable that a decoded struct means, with an empty field path when none is given. */
    public static Variable of(MapNode node) {
        Node object = node.findMap("objref");
        String apiVersion = object.findText("apiVersion");
        Gvk gvk = new Gvk(object.findText("group"), object.findText("version"), object.findText("kind"));
        if (!apiVersion.isEmpty()) {
            String[] parts = apiVersion.split("/", -1);
            if (parts.length == 2) {
                gvk = new Gvk(parts[0], parts[1], gvk.kind());
            } else if (parts.length == 1) {
                gvk = new Gvk(gvk.group(), parts[0], gvk.kind());
            }
        }
        return new Variable(
                node.findText("name"),
                gvk,
                object.findText("name"),
                object.findText("namespace"),
                node.findMap("fieldref").findText("fieldPath"));
    }

    /** As the struct prints before its kind was worked out from apiVersion. */
    public static String undefaulted(MapNode node) {
        Node object = node.findMap("objref");
        Gvk gvk = new Gvk(object.findText("group"), object.findText("version"), object.findText("kind"));
        return "{" + node.findText("name") + " " + gvk + " {"
                + node.findMap("fieldref").findText("fieldPath") + "}}";
    }

    Variable defaulted() {
        return fieldPath.isEmpty() ? new Variable(name, gvk, objectName, namespace, "metadata.name") : this;
    }

    /** The id of the object. */
    public ResId target() {
        return new ResId(gvk, objectName, namespace, false);
    }

    /** As Go prints the struct. */
    @Override
    public String toString() {
        return "{" + name + " " + gvk + " {" + fieldPath + "}}";
    }
}
