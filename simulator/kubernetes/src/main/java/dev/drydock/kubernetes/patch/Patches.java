package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** The three patches that are no apply, on the JSON form of a stored object (handlers/patch.go upstream). */
@API(status = API.Status.STABLE, since = "0.1")
public final class Patches {

    private Patches() {}

    /** A strategic merge patch; for built-in kinds only. */
    public static PatchOutcome strategic(
            MapNode live, String body, GroupVersionKind kind, SchemaTypes types, FieldValidation validation) {
        throw new UnsupportedOperationException("in work");
    }

    /** A JSON merge patch. */
    public static PatchOutcome merge(MapNode live, String body, FieldValidation validation) {
        throw new UnsupportedOperationException("in work");
    }

    /** A JSON patch. */
    public static PatchOutcome json(MapNode live, String body, FieldValidation validation) {
        throw new UnsupportedOperationException("in work");
    }
}
