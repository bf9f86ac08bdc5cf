package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields that stay as they were created (apimachinery, api/validation: ValidateImmutableField). */
final class Immutable {

    static final String TEXT = "field is immutable";

    private Immutable() {}

    /** An error when a field differs; the value that is shown is the new one. */
    static void check(MapNode object, MapNode old, FieldErrors errors, String... path) {
        Node now = object.find(path);
        if (!Objects.equals(present(now), present(old.find(path)))) {
            errors.add(FieldError.invalid(String.join(".", path), now == null ? ScalarNode.NULL : now, TEXT));
        }
    }

    private static @Nullable Node present(@Nullable Node node) {
        return node == null || node.isNull() || node.equals(MapNode.EMPTY) ? null : node;
    }
}
