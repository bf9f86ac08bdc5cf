package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.AffinityRules;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PersistentVolumeSources;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.GoDiff;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;

/** Volumes (pkg/registry/core/persistentvolume; pkg/apis/core/validation, ValidatePersistentVolume). */
final class PersistentVolumeRules implements KindRules {

    static final List<String> MODES = List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
    private static final String SOURCE = "core.v1.PersistentVolumeSource";
    private static final List<String> POLICIES = List.of("Delete", "Recycle", "Retain");

    @Override
    public MapNode prepareForCreate(MapNode object) {
        Node now = object.find("metadata", "creationTimestamp");
        MapNode status = MapNode.of("phase", "Pending");
        return object.with("status", now == null ? status : status.with("lastPhaseTransitionTime", now));
    }

    @Override
    public FieldErrors validateCreate(MapNode volume) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(volume, errors).in("spec");
        accessModes(spec.in("accessModes"), "");
        capacity(spec.in("capacity"));
        Field policy = spec.in("persistentVolumeReclaimPolicy");
        if (!policy.text().isEmpty()) {
            policy.oneOf(POLICIES);
        }
        boolean placed = affinity(spec.in("nodeAffinity"));
        PersistentVolumeSources.check(spec, placed);
        if (spec.has("hostPath")
                && isRoot(spec.text("hostPath", "path"))
                && policy.text().equals("Recycle")) {
            policy.forbidden("may not be 'recycle' for a hostPath mount of '/'");
        }
        Field storageClass = spec.in("storageClassName");
        if (!storageClass.text().isEmpty()) {
            storageClass.invalid(NameRules.dnsSubdomain(storageClass.text()));
        }
        spec.in("volumeMode").oneOfIfSet(List.of("Block", "Filesystem"));
        attributesClass(spec);
        return errors;
    }

    private static boolean isRoot(String path) {
        return path.startsWith("/") && path.replaceAll("[/.]", "").isEmpty();
    }

    static void accessModes(Field modes, String detail) {
        List<String> given = modes.value().findList().strings();
        if (given.isEmpty()) {
            modes.required(detail);
        }
        for (String mode : given) {
            if (!MODES.contains(mode)) {
                modes.unsupported(mode, MODES);
            }
        }
        if (given.contains("ReadWriteOncePod")
                && given.stream().anyMatch(mode -> MODES.contains(mode) && !mode.equals("ReadWriteOncePod"))) {
            modes.forbidden("may not use ReadWriteOncePod with other access modes");
        }
    }

    private static void capacity(Field capacity) {
        MapNode amounts = capacity.map();
        if (amounts.isEmpty()) {
            capacity.required("");
        }
        if (!amounts.has("storage") || amounts.size() > 1) {
            capacity.unsupported(capacity.isSet() ? amounts : ScalarNode.NULL, List.of("storage"));
        }
        for (String name : Read.sortedKeys(amounts)) {
            Field amount = capacity.key(name);
            Quantity quantity = Quantity.of(amounts.get(name)).orElse(Quantity.ZERO);
            if (quantity.signum() < 0) {
                amount.invalid(quantity.amount().longValue(), "must be a valid resource quantity");
            }
            if (quantity.signum() <= 0) {
                amount.invalid(quantity.toString(), "must be greater than zero");
            }
        }
    }

    /** Whether a volume is bound to nodes. */
    private static boolean affinity(Field affinity) {
        if (!affinity.isSet()) {
            return false;
        }
        Field required = affinity.in("required");
        if (required.isSet()) {
            AffinityRules.nodeSelector(required);
        } else {
            required.required("must specify required node constraints");
        }
        return true;
    }

    private static void attributesClass(Field spec) {
        Field name = spec.in("volumeAttributesClassName");
        if (!name.isSet()) {
            return;
        }
        if (name.text().isEmpty()) {
            name.required("an empty string is disallowed");
        } else {
            name.invalid(NameRules.dnsSubdomain(name.text()));
        }
        if (!spec.has("csi")) {
            spec.in("csi").required("has to be specified when using volumeAttributesClassName");
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode volume, MapNode old) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = volume.findMap("spec");
        MapNode before = old.findMap("spec");
        MapNode now = sources(spec);
        MapNode then = sources(before);
        List<String> added = List.of("csi", "controllerExpandSecretRef");
        if (Read.has(then, "csi")
                && Read.has(now, added.toArray(String[]::new))
                && !Read.has(then, added.toArray(String[]::new))) {
            now = now.withoutPath("csi", "controllerExpandSecretRef");
        }
        if (!InternalForm.same(SOURCE, then, now)) {
            errors.add(FieldError.forbidden(
                    "spec.persistentvolumesource",
                    "spec.persistentvolumesource is immutable after creation\n"
                            + GoDiff.of(InternalForm.of(SOURCE, then), InternalForm.of(SOURCE, now))));
        }
        if (!Read.value(spec, "volumeMode").equals(Read.value(before, "volumeMode"))) {
            errors.add(FieldError.invalid("volumeMode", Read.value(spec, "volumeMode"), Check.IMMUTABLE));
        }
        PlacedVolumes.unmoved(errors, spec.get("nodeAffinity"), before.get("nodeAffinity"));
        String attributes = "volumeAttributesClassName";
        if (Read.has(before, attributes) && !Read.has(spec, attributes)) {
            errors.add(FieldError.forbidden("spec." + attributes, "update from non-nil value to nil is forbidden"));
        }
        return errors;
    }

    private static MapNode sources(MapNode spec) {
        MapNode sources = MapNode.EMPTY;
        for (String source : PersistentVolumeSources.names()) {
            Node value = spec.get(source);
            if (value != null && !value.isNull()) {
                sources = sources.with(source, value);
            }
        }
        return sources;
    }

    @Override
    public List<String> warningsOnCreate(MapNode volume) {
        return PersistentVolumeWarnings.of(volume);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode volume, MapNode old) {
        return PersistentVolumeWarnings.of(volume);
    }
}
