package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Stateful sets (pkg/apis/apps/validation/validation.go). */
final class StatefulSetRules implements KindRules {

    private static final List<String> CHANGEABLE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = PodTemplates.selector(object, "statefulset");
        return errors.addAll(PodTemplates.validate(object.findMap("spec", "template"), "spec.template"));
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = PodTemplates.validate(object.findMap("spec", "template"), "spec.template");
        boolean same = object.findMap("spec")
                .without(CHANGEABLE)
                .equals(old.findMap("spec").without(CHANGEABLE));
        if (!same) {
            errors.add(FieldError.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                            + "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
                            + "'minReadySeconds' are forbidden"));
        }
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return PodWarnings.ofTemplate(object.findMap("spec", "template"), "spec.template");
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? warningsOnCreate(object) : List.of();
    }
}
