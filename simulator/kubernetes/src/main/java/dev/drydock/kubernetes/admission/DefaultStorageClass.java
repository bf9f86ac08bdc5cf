package dev.drydock.kubernetes.admission;

import java.util.List;

/** Gives claims that name no storage class the default one. */
final class DefaultStorageClass implements AdmissionPlugin {

    @Override
    public String name() {
        return "DefaultStorageClass";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        if (!request.creates("persistentvolumeclaims") || StorageClasses.isNamed(request.written())) {
            return AdmissionResult.unchanged(request);
        }
        return DefaultClass.among(
                        request.cluster().list(Resources.STORAGE_CLASSES, ""),
                        "storageclass.kubernetes.io/is-default-class",
                        "storageclass.beta.kubernetes.io/is-default-class")
                .map(name -> AdmissionResult.changed(request.written().with(List.of("spec", "storageClassName"), name)))
                .orElseGet(() -> AdmissionResult.unchanged(request));
    }
}
