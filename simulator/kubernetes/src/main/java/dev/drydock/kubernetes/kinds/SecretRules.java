package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Secrets (pkg/apis/core/validation/validation.go, ValidateSecret). */
final class SecretRules implements KindRules {

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        // an update that says nothing about the type keeps it (pkg/registry/core/secret/strategy.go)
        String type = object.findString("type");
        Node kept = old.get("type");
        return (type == null || type.isEmpty()) && kept != null ? object.with("type", kept) : object;
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        KeyedData.keys(object, "data", errors);
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Immutable.check(object, old, errors, "type");
        KeyedData.frozen(object, old, List.of("data"), errors);
        return errors.addAll(validateCreate(object));
    }
}
