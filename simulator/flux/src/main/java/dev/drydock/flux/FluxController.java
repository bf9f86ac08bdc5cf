package dev.drydock.flux;

import org.apiguardian.api.API;

/** The controllers of a Flux installation. */
@API(status = API.Status.STABLE, since = "0.1")
public enum FluxController {
    /** source-controller. */
    SOURCE("source-controller"),
    /** kustomize-controller. */
    KUSTOMIZE("kustomize-controller"),
    /** helm-controller. */
    HELM("helm-controller"),
    /** notification-controller. */
    NOTIFICATION("notification-controller");

    private final String componentName;

    FluxController(String componentName) {
        this.componentName = componentName;
    }

    /** Name of its Deployment and ServiceAccount. */
    public String componentName() {
        return componentName;
    }
}
