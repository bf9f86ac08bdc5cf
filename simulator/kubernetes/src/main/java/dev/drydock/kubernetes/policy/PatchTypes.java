package dev.drydock.kubernetes.policy;

import dev.drydock.cel.type.CelType;

/** The types that mutations make values of: objects of any fields, and patches (apiserver, pkg/cel/mutation). */
final class PatchTypes {

    static final CelType OBJECT = CelType.object("Object");
    static final CelType PATCH = CelType.object("JSONPatch");

    /** The type that upstream gives to fields which patches do not have: none, which nothing fits. */
    private static final CelType NOTHING = CelType.object("");

    private PatchTypes() {}

    static boolean isKnown(String type) {
        return type.equals("JSONPatch") || type.equals("Object") || type.startsWith("Object.");
    }

    static CelType field(String type, String field) {
        if (!type.equals("JSONPatch")) {
            return CelType.DYN;
        }
        return switch (field) {
            case "op", "path", "from" -> CelType.STRING;
            case "value" -> CelType.DYN;
            default -> NOTHING;
        };
    }
}
