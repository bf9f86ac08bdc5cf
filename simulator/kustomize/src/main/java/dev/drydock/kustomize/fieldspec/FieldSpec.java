package dev.drydock.kustomize.fieldspec;

import dev.drydock.kustomize.identity.Gvk;

/**
 * A field of some kinds of objects.
 *
 * @param path slash-separated
 * @param create whether a missing field is made
 */
public record FieldSpec(Gvk gvk, String path, boolean create) {

    /** A field of every object that is made where it is missing. */
    public static FieldSpec created(String path) {
        return new FieldSpec(Gvk.ANY, path, true);
    }

    boolean covers(FieldSpec other) {
        return gvk.isSelectedBy(other.gvk) && path.equals(other.path);
    }
}
