package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Volumes: born pending (pkg/registry/core/persistentvolume; pkg/apis/core/validation, ValidatePersistentVolume). */
final class PersistentVolumeRules implements KindRules {

    private static final List<String> SOURCES = List.of(
            "hostPath",
            "gcePersistentDisk",
            "awsElasticBlockStore",
            "glusterfs",
            "flocker",
            "nfs",
            "rbd",
            "quobyte",
            "cephfs",
            "iscsi",
            "cinder",
            "fc",
            "azureFile",
            "vsphereVolume",
            "photonPersistentDisk",
            "portworxVolume",
            "azureDisk",
            "scaleIO",
            "local",
            "storageos",
            "csi",
            "flexVolume");

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return object.with("status", MapNode.of("phase", "Pending"));
    }

    @Override
    public FieldErrors validateCreate(MapNode volume) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = volume.findMap("spec");
        if (spec.findList("accessModes").isEmpty()) {
            errors.add(FieldError.required("spec.accessModes", ""));
        }
        if (spec.findMap("capacity").isEmpty()) {
            errors.add(FieldError.required("spec.capacity", ""));
        }
        String policy = spec.findText("persistentVolumeReclaimPolicy");
        if (!policy.isEmpty()) {
            Check.oneOf(errors, "spec.persistentVolumeReclaimPolicy", policy, List.of("Delete", "Recycle", "Retain"));
        }
        List<String> sources =
                SOURCES.stream().filter(source -> Read.has(spec, source)).toList();
        if (sources.isEmpty()) {
            errors.add(FieldError.required("spec", "must specify a volume type"));
        }
        for (String more : sources.subList(Math.min(1, sources.size()), sources.size())) {
            errors.add(FieldError.forbidden("spec." + more, "may not specify more than 1 volume type"));
        }
        if (policy.equals("Recycle") && spec.findText("hostPath", "path").equals("/")) {
            errors.add(FieldError.forbidden(
                    "spec.persistentVolumeReclaimPolicy", "may not be 'recycle' for a hostPath mount of '/'"));
        }
        return errors;
    }
}
