package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.MapNode;
import java.util.List;

/** Gives Ingresses that name no class the default one. */
final class DefaultIngressClass implements AdmissionPlugin {

    @Override
    public String name() {
        return "DefaultIngressClass";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        MapNode ingress = request.written();
        if (!request.creates("ingresses.networking.k8s.io")
                || Texts.has(ingress, "spec", "ingressClassName")
                || ingress.findMap("metadata", "annotations").has("kubernetes.io/ingress.class")) {
            return AdmissionResult.unchanged(request);
        }
        return DefaultClass.among(
                        request.cluster().list(Resources.INGRESS_CLASSES, ""),
                        "ingressclass.kubernetes.io/is-default-class")
                .map(name -> AdmissionResult.changed(ingress.with(List.of("spec", "ingressClassName"), name)))
                .orElseGet(() -> AdmissionResult.unchanged(request));
    }
}
