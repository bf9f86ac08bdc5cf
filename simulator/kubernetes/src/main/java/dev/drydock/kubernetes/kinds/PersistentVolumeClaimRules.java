package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.ClaimSpecs;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.GoDiff;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Claims (pkg/registry/core/persistentvolumeclaim; pkg/apis/core/validation, ValidatePersistentVolumeClaim). They are born
 * without a status; that they are pending is a default of reading them.
 */
final class PersistentVolumeClaimRules implements KindRules {

    private static final String SPEC = "core.v1.PersistentVolumeClaimSpec";
    private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return withSources(object.with("status", MapNode.EMPTY), MapNode.EMPTY);
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return withSources(object, old.findMap("spec"));
    }

    private static MapNode withSources(MapNode claim, MapNode before) {
        if (!(claim.get("spec") instanceof MapNode spec)) {
            return claim;
        }
        MapNode served = Read.has(before, "dataSourceRef") ? spec : withoutForeignSource(spec);
        boolean hadSource = Read.has(before, "dataSource") || Read.has(before, "dataSourceRef");
        return claim.with("spec", withBothSources(hadSource ? served : withoutOtherSource(served)));
    }

    /** Content from other namespaces is behind a feature that is off (DropDisabledFields). */
    private static MapNode withoutForeignSource(MapNode spec) {
        return spec.findText("dataSourceRef", "namespace").isEmpty() ? spec : spec.without("dataSourceRef");
    }

    /** The old field holds claims and snapshots only; anything else in it is ignored, as it always was. */
    private static MapNode withoutOtherSource(MapNode spec) {
        String group = spec.findText("dataSource", "apiGroup");
        String kind = spec.findText("dataSource", "kind");
        boolean known = (kind.equals("PersistentVolumeClaim") && group.isEmpty())
                || (kind.equals("VolumeSnapshot") && group.equals("snapshot.storage.k8s.io"));
        return known || Read.has(spec, "dataSourceRef") ? spec : spec.without("dataSource");
    }

    /** The old and the new source of content say the same (pkg/api/persistentvolumeclaim/util.go, NormalizeDataSources). */
    private static MapNode withBothSources(MapNode spec) {
        Node source = spec.get("dataSource");
        Node reference = spec.get("dataSourceRef");
        boolean hasSource = Read.has(spec, "dataSource");
        boolean hasReference = Read.has(spec, "dataSourceRef");
        if (hasSource && !hasReference) {
            return spec.with("dataSourceRef", withGroup((MapNode) Node.of(source)));
        }
        if (hasReference
                && !hasSource
                && spec.findText("dataSourceRef", "namespace").isEmpty()) {
            return spec.with("dataSource", withGroup(((MapNode) Node.of(reference)).without("namespace")));
        }
        return spec;
    }

    private static MapNode withGroup(MapNode source) {
        return source.has("apiGroup")
                ? source
                : MapNode.of(
                        "apiGroup", ScalarNode.NULL, "kind", source.findText("kind"), "name", source.findText("name"));
    }

    @Override
    public FieldErrors validateCreate(MapNode claim) {
        FieldErrors errors = new FieldErrors();
        ClaimSpecs.check(Field.of(claim, errors).in("spec"));
        return errors;
    }

    /** Only more storage, for a claim that is bound, and another class of attributes may be asked for. */
    @Override
    public FieldErrors validateUpdate(MapNode claim, MapNode old) {
        FieldErrors errors = validateCreate(claim);
        MapNode spec = claim.findMap("spec");
        MapNode before = old.findMap("spec");
        MapNode now = spec;
        MapNode then = before;
        if (then.findText("volumeName").isEmpty()) {
            then = copied(then, spec, "volumeName");
        }
        if (isUpgradeFromAnnotation(claim, old)) {
            now = now.without("storageClassName");
        } else {
            annotation(claim, old, errors);
            if (isUpgradeFromNothing(claim, old)) {
                now = now.without("storageClassName");
            }
        }
        Node amount = before.find("resources", "requests", "storage");
        if (claim.findText("status", "phase").equals("Bound")
                && spec.find("resources", "requests") != null
                && amount != null) {
            now = now.with(List.of("resources", "requests", "storage"), amount);
        }
        if (claim.findText("status", "phase").equals("Bound")) {
            now = copied(now, before, "volumeAttributesClassName");
        }
        if (!InternalForm.same(SPEC, then, now)) {
            errors.add(FieldError.forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound"
                            + " claims\n" + GoDiff.of(InternalForm.of(SPEC, then), InternalForm.of(SPEC, now))));
        }
        size(spec, before, old, errors);
        if (!Read.value(spec, "volumeMode").equals(Read.value(before, "volumeMode"))) {
            errors.add(FieldError.invalid("volumeMode", Read.value(spec, "volumeMode"), Check.IMMUTABLE));
        }
        attributes(spec, old, errors);
        return errors;
    }

    private static MapNode copied(MapNode spec, MapNode from, String field) {
        Node value = from.get(field);
        return value == null ? spec.without(field) : spec.with(field, value);
    }

    private static boolean isUpgradeFromAnnotation(MapNode claim, MapNode old) {
        MapNode then = old.findMap("metadata", "annotations");
        MapNode now = claim.findMap("metadata", "annotations");
        String was = then.findText(OLD_CLASS);
        return then.has(OLD_CLASS)
                && !Read.has(old, "spec", "storageClassName")
                && Read.has(claim, "spec", "storageClassName")
                && claim.findText("spec", "storageClassName").equals(was)
                && (!now.has(OLD_CLASS) || now.findText(OLD_CLASS).equals(was));
    }

    private static boolean isUpgradeFromNothing(MapNode claim, MapNode old) {
        MapNode then = old.findMap("metadata", "annotations");
        return Read.has(claim, "spec", "storageClassName")
                && !Read.has(old, "spec", "storageClassName")
                && (!then.has(OLD_CLASS)
                        || then.findText(OLD_CLASS).equals(claim.findText("spec", "storageClassName")));
    }

    private static void annotation(MapNode claim, MapNode old, FieldErrors errors) {
        String now = claim.findText("metadata", "annotations", OLD_CLASS);
        if (!now.equals(old.findText("metadata", "annotations", OLD_CLASS))) {
            errors.add(FieldError.invalid("metadata.annotations[" + OLD_CLASS + "]", now, Check.IMMUTABLE));
        }
    }

    private static void size(MapNode spec, MapNode before, MapNode old, FieldErrors errors) {
        Quantity now =
                Quantity.of(spec.find("resources", "requests", "storage")).orElse(Quantity.ZERO);
        Quantity then =
                Quantity.of(before.find("resources", "requests", "storage")).orElse(Quantity.ZERO);
        Quantity real = Quantity.of(old.find("status", "capacity", "storage")).orElse(Quantity.ZERO);
        if (now.compareTo(then) < 0 && now.compareTo(real) <= 0) {
            errors.add(FieldError.forbidden(
                    "spec.resources.requests.storage", "field can not be less than status.capacity"));
        }
    }

    /** A class that was applied once is not taken away. */
    private static void attributes(MapNode spec, MapNode old, FieldErrors errors) {
        String field = "volumeAttributesClassName";
        String applied = "is forbidden when status.currentVolumeAttributesClassName is not nil";
        if (!Read.has(old, "status", "currentVolumeAttributesClassName")
                || Read.value(spec, field).equals(Read.value(old.findMap("spec"), field))) {
            return;
        }
        if (!Read.has(spec, field)) {
            errors.add(FieldError.forbidden("spec." + field, "update to nil " + applied));
        } else if (spec.findText(field).isEmpty()) {
            errors.add(FieldError.forbidden("spec." + field, "update to empty string " + applied));
        }
    }

    @Override
    public List<String> warningsOnCreate(MapNode claim) {
        return warnings(claim);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode claim, MapNode old) {
        return warnings(claim);
    }

    /** What clients are warned of (pkg/api/persistentvolumeclaim/util.go). */
    private static List<String> warnings(MapNode claim) {
        List<String> warnings = new ArrayList<>();
        PersistentVolumeWarnings.annotation(
                claim.findMap("metadata", "annotations"), OLD_CLASS, "v1.8", "storageClassName", warnings);
        for (String list : List.of("requests", "limits")) {
            Quantity amount = Quantity.of(claim.find("spec", "resources", list, "storage"))
                    .orElse(Quantity.ZERO);
            if (amount.amount().remainder(BigDecimal.ONE).signum() != 0) {
                warnings.add("spec.resources." + list + "[storage]: fractional byte value "
                        + GoQuote.quote(amount.toString()) + " is invalid, must be an integer");
            }
        }
        return warnings;
    }
}
