package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.ClaimSpecs;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PodTemplateRules;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stateful sets (pkg/apis/apps/validation/validation.go, pkg/registry/apps/statefulset/strategy.go). */
final class StatefulSetRules implements WorkloadRules {

    private static final String SPEC = "apps.v1.StatefulSetSpec";
    private static final List<String> CHANGEABLE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");
    private static final List<String> RETENTION = List.of("Retain", "Delete");

    /** The field is served only where its feature is switched on, which it is not. */
    private static MapNode withoutDisabled(MapNode object) {
        return object.find("spec", "updateStrategy", "rollingUpdate", "maxUnavailable") == null
                ? object
                : object.withoutPath("spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
    }

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return WorkloadRules.super.prepareForCreate(withoutDisabled(object));
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return WorkloadRules.super.prepareForUpdate(withoutDisabled(object), old);
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        check(Field.of(object, errors).in("spec"), true, true);
        return errors;
    }

    private static void check(Field spec, boolean isNew, boolean checksTemplate) {
        Field management = spec.in("podManagementPolicy");
        if (!List.of("OrderedReady", "Parallel").contains(management.text())) {
            management.invalid("must be 'OrderedReady' or 'Parallel'");
        }
        strategy(spec.in("updateStrategy"));
        for (String event : List.of("whenDeleted", "whenScaled")) {
            if (spec.has("persistentVolumeClaimRetentionPolicy")) {
                spec.in("persistentVolumeClaimRetentionPolicy", event).oneOf(RETENTION);
            }
        }
        if (isNew) {
            spec.items("volumeClaimTemplates").forEach(claim -> ClaimSpecs.check(claim.in("spec")));
        }
        Workloads.notNegative(spec, "replicas", "minReadySeconds");
        spec.in("ordinals", "start").notNegative();
        Field service = spec.in("serviceName");
        if (isNew && !service.text().isEmpty()) {
            service.invalid(NameRules.dnsLabel(service.text()));
        }
        if (Workloads.selector(spec, "empty selector is invalid for statefulset")) {
            if (!spec.has("selector") || !Workloads.isEmpty(spec.in("selector"))) {
                Workloads.labels(spec);
            }
            Field template = withClaims(spec).in("template");
            if (checksTemplate) {
                PodTemplateRules.check(template);
            }
            PodTemplateRules.metadata(template); // once more, as ValidatePodTemplateSpecForStatefulSet does
        } else {
            spec.in("selector").invalid(Workloads.shown(spec.in("selector")), "");
        }
        Workloads.lasting(spec, "StatefulSet");
    }

    private static void strategy(Field strategy) {
        Field rolling = strategy.in("rollingUpdate");
        switch (strategy.text("type")) {
            case "OnDelete" -> {
                if (rolling.isSet()) {
                    rolling.invalid(
                            InternalForm.of("apps.v1.RollingUpdateStatefulSetStrategy", rolling.value())
                                    .with("Partition", rolling.number("partition")),
                            "only allowed for updateStrategy 'RollingUpdate'");
                }
            }
            case "RollingUpdate" -> {
                rolling.in("partition").notNegative();
                Field unavailable = rolling.in("maxUnavailable");
                if (unavailable.isSet()) {
                    Amounts.check(unavailable);
                    if (Amounts.of(unavailable) == 0) {
                        unavailable.invalid("cannot be 0");
                    }
                    Amounts.notMoreThanAll(unavailable);
                }
            }
            default ->
                strategy.invalid(
                        InternalForm.of("apps.v1.StatefulSetUpdateStrategy", strategy.value()),
                        "must be 'RollingUpdate' or 'OnDelete'");
        }
    }

    /** The claims of the set are volumes of its pods. */
    private static Field withClaims(Field spec) {
        List<Node> volumes = new ArrayList<>();
        Set<String> claimed = new LinkedHashSet<>();
        spec.items("volumeClaimTemplates").forEach(claim -> claimed.add(claim.text("metadata", "name")));
        for (Field volume : spec.in("template", "spec").items("volumes")) {
            if (!claimed.contains(volume.text("name"))) {
                volumes.add(volume.value());
            }
        }
        for (String name : claimed) {
            volumes.add(MapNode.of("name", name, "persistentVolumeClaim", MapNode.of("claimName", name)));
        }
        return spec.with(spec.map().with(List.of("template", "spec", "volumes"), ListNode.of(volumes)));
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        FieldErrors before = new FieldErrors();
        check(Field.of(old, before).in("spec"), false, true);
        check(Field.of(object, errors).in("spec"), false, before.isEmpty());
        MapNode fixed = object.findMap("spec").without(CHANGEABLE);
        if (!InternalForm.same(SPEC, fixed, old.findMap("spec").without(CHANGEABLE))) {
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
        List<String> warnings = new ArrayList<>(Workloads.warnings(object, "spec", "template"));
        Long limit = object.findLong("spec", "revisionHistoryLimit");
        if (limit != null && limit < 0) {
            warnings.add("spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is"
                    + " recommended");
        }
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? warningsOnCreate(object) : List.of();
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return ReplicaCounts.OF_STATEFUL_SET.check(object, old);
    }
}
