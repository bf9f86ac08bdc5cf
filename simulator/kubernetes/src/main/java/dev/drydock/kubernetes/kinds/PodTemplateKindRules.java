package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PodTemplateRules;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Templates of pods that stand for themselves (pkg/registry/core/podtemplate/strategy.go). */
final class PodTemplateKindRules implements PodMakerRules {

    private static final String[] SPEC = {"template", "spec"};

    @Override
    public String[] podSpec() {
        return SPEC;
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        PodTemplateRules.check(Field.of(object, errors).in("template"));
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return validateCreate(object);
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return Workloads.warnings(object, "template");
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? warningsOnCreate(object) : List.of();
    }
}
