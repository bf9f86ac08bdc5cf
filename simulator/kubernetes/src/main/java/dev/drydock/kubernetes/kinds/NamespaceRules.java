package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Namespaces (pkg/registry/core/namespace/strategy.go): born active, kept by a finalizer, labelled with their name. */
final class NamespaceRules implements KindRules {

    private static final String NAME_LABEL = "kubernetes.io/metadata.name";
    private static final String FINALIZER = "kubernetes";
    private static final List<String> STANDARD = List.of(FINALIZER, "orphan", "foregroundDeletion");

    @Override
    public MapNode defaults(MapNode object) {
        String name = object.findString("metadata", "name");
        return name == null || name.isEmpty() ? object : object.with(List.of("metadata", "labels", NAME_LABEL), name);
    }

    @Override
    public MapNode prepareForCreate(MapNode object) {
        List<Node> finalizers =
                new ArrayList<>(object.findList("spec", "finalizers").items());
        if (!finalizers.contains(Node.of(FINALIZER))) {
            finalizers.add(Node.of(FINALIZER));
        }
        return defaults(object)
                .with(List.of("spec", "finalizers"), ListNode.of(finalizers))
                .with("status", MapNode.of("phase", "Active"));
    }

    @Override
    public FieldErrors validateCreate(MapNode namespace) {
        FieldErrors errors = new FieldErrors();
        String field = "spec.finalizers";
        for (String name : namespace.findList("spec", "finalizers").strings()) {
            Check.all(errors, field, name, NameRules.labelKey(name));
            if (!name.contains("/") && !STANDARD.contains(name)) {
                errors.add(FieldError.invalid(
                        field, name, "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
        return errors;
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return defaults(object).with("spec", old.findMap("spec")).with("status", old.findMap("status"));
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode namespace, MapNode old) {
        FieldErrors errors = new FieldErrors();
        boolean isDeleted = Read.has(namespace, "metadata", "deletionTimestamp");
        String phase = namespace.findText("status", "phase");
        String wanted = isDeleted ? "Terminating" : "Active";
        if (!phase.equals(wanted)) {
            errors.add(FieldError.invalid(
                    "status.Phase",
                    phase,
                    "may only be '" + wanted + "' if `deletionTimestamp` is " + (isDeleted ? "not empty" : "empty")));
        }
        return errors;
    }
}
