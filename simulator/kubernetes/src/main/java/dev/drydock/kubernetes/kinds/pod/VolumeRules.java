package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The volumes of a pod spec and their names. */
final class VolumeRules {

    private VolumeRules() {}

    /**
     * Checks the volumes of a spec and gives those without a fault by their names.
     *
     * @param pod the name of the pod, empty for a template
     */
    static Map<String, MapNode> check(Field spec, String pod, boolean isPod) {
        Set<String> made = new HashSet<>();
        for (Field volume : spec.items("volumes")) {
            if (!pod.isEmpty() && volume.has("ephemeral")) {
                made.add(pod + "-" + volume.text("name"));
            }
        }
        Map<String, MapNode> volumes = new LinkedHashMap<>();
        for (Field volume : spec.items("volumes")) {
            FieldErrors own = new FieldErrors();
            one(volume.into(own), pod, isPod, volumes.keySet());
            if (own.isEmpty()) {
                volumes.put(volume.text("name"), volume.map());
            } else {
                volume.addAll(own);
            }
            Field claim = volume.in("persistentVolumeClaim", "claimName");
            if (claim.isSet() && made.contains(claim.text())) {
                claim.invalid("must not reference a PVC that gets created for an ephemeral volume");
            }
        }
        return volumes;
    }

    private static void one(Field volume, String pod, boolean isPod, Set<String> names) {
        VolumeSources.check(volume, pod, isPod);
        Field name = volume.in("name");
        if (!name.isRequiredText()) {
            name.invalid(NameRules.dnsLabel(name.text()));
        }
        if (names.contains(name.text())) {
            name.duplicate(name.text());
        }
    }
}
