package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.OldNodeLabels;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients that write volumes are warned of (pkg/api/persistentvolume/util.go). */
final class PersistentVolumeWarnings {

    private static final Map<String, String> OLD_SOURCES = new LinkedHashMap<>();

    static {
        OLD_SOURCES.put("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+");
        OLD_SOURCES.put("scaleIO", "deprecated in v1.16, non-functional in v1.22+");
        OLD_SOURCES.put("storageos", "deprecated in v1.22, non-functional in v1.25+");
        OLD_SOURCES.put("glusterfs", "deprecated in v1.25, non-functional in v1.26+");
        OLD_SOURCES.put("rbd", "deprecated in v1.28, non-functional in v1.31+");
        OLD_SOURCES.put("cephfs", "deprecated in v1.28, non-functional in v1.31+");
    }

    private PersistentVolumeWarnings() {}

    static List<String> of(MapNode volume) {
        List<String> warnings = new ArrayList<>();
        MapNode annotations = volume.findMap("metadata", "annotations");
        annotation(annotations, "volume.beta.kubernetes.io/storage-class", "v1.8", "storageClassName", warnings);
        annotation(annotations, "volume.beta.kubernetes.io/mount-options", "v1.31", "mountOptions", warnings);
        MapNode spec = volume.findMap("spec");
        if (spec.findText("persistentVolumeReclaimPolicy").equals("Recycle")) {
            warnings.add("spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the"
                    + " recommended approach is to use dynamic provisioning.");
        }
        Field.of(volume, new FieldErrors())
                .in("spec", "nodeAffinity", "required")
                .items("nodeSelectorTerms")
                .forEach(term -> OldNodeLabels.ofTerm(term, false, warnings));
        OLD_SOURCES.forEach((source, text) -> {
            if (Read.has(spec, source)) {
                warnings.add("spec." + (source.equals("storageos") ? "storageOS" : source) + ": " + text);
            }
        });
        return warnings;
    }

    static void annotation(MapNode annotations, String key, String since, String field, List<String> warnings) {
        if (annotations.has(key)) {
            warnings.add("metadata.annotations[" + key + "]: deprecated since " + since + "; use \"" + field
                    + "\" attribute instead");
        }
    }
}
