package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.MapNode;

/** The storage class of a claim, named by its spec or by an annotation of old. */
final class StorageClasses {

    private static final String ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    private StorageClasses() {}

    /** Whether a claim names a class, be it the empty one. */
    static boolean isNamed(MapNode claim) {
        return claim.findMap("metadata", "annotations").has(ANNOTATION) || Texts.has(claim, "spec", "storageClassName");
    }

    static String of(MapNode claim) {
        return claim.findMap("metadata", "annotations").has(ANNOTATION)
                ? Texts.annotation(claim, ANNOTATION)
                : claim.findText("spec", "storageClassName");
    }
}
