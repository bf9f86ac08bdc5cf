package dev.drydock.kubernetes.admission;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The plugins that are on by default, in the server's order (upstream {@code pkg/kubeapiserver/options/plugins.go}). Namespace
 * lifecycle comes before them; policies and webhooks stand between {@link #beforePolicies} and {@link #afterPolicies}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DefaultPlugins {

    private DefaultPlugins() {}

    /** The plugins before admission policies and webhooks. */
    public static List<AdmissionPlugin> beforePolicies() {
        return List.of(
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
                new DefaultIngressClass());
    }

    /** The plugins after admission policies and webhooks. */
    public static List<AdmissionPlugin> afterPolicies() {
        return List.of(new ResourceQuotaPlugin());
    }
}
