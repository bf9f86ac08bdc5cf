package dev.drydock.kubernetes.admission;

import java.util.List;

/** The plugins that run by default, in the server's order (kubeapiserver/options/plugins.go). */
public final class AdmissionPlugins {

    /** All of them. */
    public static final List<AdmissionPlugin> IN_ORDER = List.of(new NamespaceLifecycle());

    private AdmissionPlugins() {}
}
