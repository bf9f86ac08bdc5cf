package dev.drydock.kubernetes.admission;

import java.util.List;

/** The plugins that run by default, in the server's order (upstream {@code pkg/kubeapiserver/options/plugins.go}). */
public final class AdmissionPlugins {

    /** All of them; the quota is last, which charges what it lets pass. */
    public static final List<AdmissionPlugin> IN_ORDER = List.of(
            new NamespaceLifecycle(),
            new LimitRanger(),
            new ServiceAccountPlugin(),
            new TaintNodesByCondition(),
            new PodSecurityPlugin(),
            new PriorityPlugin(),
            new DefaultTolerationSeconds(),
            new DefaultStorageClass(),
            new StorageObjectInUseProtection(),
            new PersistentVolumeClaimResize(),
            new RuntimeClassPlugin(),
            new DefaultIngressClass(),
            new MutatingPolicyPlugin(),
            WebhookPlugin.mutating(),
            new ValidatingPolicyPlugin(),
            WebhookPlugin.validating(),
            new ResourceQuotaPlugin());

    private AdmissionPlugins() {}
}
