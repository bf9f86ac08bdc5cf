package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;

/** The resources that plugins look up. */
final class Resources {

    static final GroupVersionResource NAMESPACES = core("namespaces");
    static final GroupVersionResource PODS = core("pods");
    static final GroupVersionResource SERVICE_ACCOUNTS = core("serviceaccounts");
    static final GroupVersionResource LIMIT_RANGES = core("limitranges");
    static final GroupVersionResource RESOURCE_QUOTAS = core("resourcequotas");
    static final GroupVersionResource PRIORITY_CLASSES =
            new GroupVersionResource("scheduling.k8s.io", "v1", "priorityclasses");
    static final GroupVersionResource RUNTIME_CLASSES = new GroupVersionResource("node.k8s.io", "v1", "runtimeclasses");
    static final GroupVersionResource STORAGE_CLASSES =
            new GroupVersionResource("storage.k8s.io", "v1", "storageclasses");
    static final GroupVersionResource INGRESS_CLASSES =
            new GroupVersionResource("networking.k8s.io", "v1", "ingressclasses");

    private Resources() {}

    private static GroupVersionResource core(String resource) {
        return new GroupVersionResource("", "v1", resource);
    }
}
