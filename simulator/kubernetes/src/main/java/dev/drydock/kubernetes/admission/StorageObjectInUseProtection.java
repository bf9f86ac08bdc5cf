package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Map;

/** Gives volumes and claims the finalizer that keeps them while they are in use. */
final class StorageObjectInUseProtection implements AdmissionPlugin {

    private static final Map<String, String> FINALIZERS = Map.of(
            "persistentvolumeclaims", "kubernetes.io/pvc-protection",
            "persistentvolumes", "kubernetes.io/pv-protection",
            "volumeattributesclasses.storage.k8s.io", "kubernetes.io/vac-protection");

    @Override
    public String name() {
        return "StorageObjectInUseProtection";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        String resource = request.resource().groupResource();
        String finalizer = FINALIZERS.get(resource);
        if (finalizer == null || !request.creates(resource)) {
            return AdmissionResult.unchanged(request);
        }
        MapNode object = request.written();
        ListNode finalizers = object.findList("metadata", "finalizers");
        return finalizers.strings().contains(finalizer)
                ? AdmissionResult.unchanged(request)
                : AdmissionResult.changed(
                        object.with(List.of("metadata", "finalizers"), finalizers.plus(ScalarNode.of(finalizer))));
    }
}
