package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.MapNode;
import java.util.Optional;

/** Lets claims grow only when they are bound and their storage class can grow them. */
final class PersistentVolumeClaimResize implements AdmissionPlugin {

    @Override
    public String name() {
        return "PersistentVolumeClaimResize";
    }

    @Override
    public AdmissionResult validate(AdmissionRequest request) {
        MapNode old = request.old();
        MapNode claim = request.object();
        if (!request.isFor("persistentvolumeclaims") || old == null || claim == null || !grows(claim, old)) {
            return AdmissionResult.unchanged(request);
        }
        if (!old.findText("status", "phase").equals("Bound")) {
            return AdmissionResult.forbidden(request, "Only bound persistent volume claims can be expanded");
        }
        String storageClass = StorageClasses.of(claim);
        boolean expandable = !storageClass.isEmpty()
                && storageClass.equals(StorageClasses.of(old))
                && request.cluster()
                        .get(Resources.STORAGE_CLASSES, "", storageClass)
                        .filter(found -> found.isTrue("allowVolumeExpansion"))
                        .isPresent();
        return expandable
                ? AdmissionResult.unchanged(request)
                : AdmissionResult.forbidden(
                        request,
                        "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc"
                                + " must support resize");
    }

    private static boolean grows(MapNode claim, MapNode old) {
        return size(claim).orElse(Quantity.ZERO).compareTo(size(old).orElse(Quantity.ZERO)) > 0;
    }

    private static Optional<Quantity> size(MapNode claim) {
        return Quantity.of(claim.find("spec", "resources", "requests", "storage"));
    }
}
