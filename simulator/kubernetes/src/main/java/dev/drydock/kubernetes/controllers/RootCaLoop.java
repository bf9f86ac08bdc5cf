package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** root-ca-cert-publisher (pkg/controller/certificates/rootcacertpublisher): the ConfigMap {@code kube-root-ca.crt}. */
final class RootCaLoop implements ControlLoop {

    private static final String NAME = "kube-root-ca.crt";
    private static final String DESCRIPTION =
            "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the"
                    + " internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions"
                    + " of Kubernetes clusters.";

    /** What stands for the certificate of the cluster's authority. */
    static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nc2ltdWxhdGVk\n-----END CERTIFICATE-----\n";

    private static final MapNode DATA = MapNode.EMPTY.with("ca.crt", CERTIFICATE);

    @Override
    public String name() {
        return "root-ca-cert-publisher";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return NamespaceContent.touched(event, "configmaps", NAME);
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName namespace) {
        if (!NamespaceContent.isActive(context, namespace.name())) {
            return new Result.Done();
        }
        Optional<MapNode> found = context.get(Kinds.CONFIG_MAP, new NamespacedName(namespace.name(), NAME));
        MapNode annotations = MapNode.EMPTY.with("kubernetes.io/description", DESCRIPTION);
        if (found.isEmpty()) {
            context.create(MapNode.of(
                            "apiVersion",
                            "v1",
                            "kind",
                            "ConfigMap",
                            "metadata",
                            MapNode.of("name", NAME, "namespace", namespace.name(), "annotations", annotations))
                    .with("data", DATA));
        } else if (!DATA.equals(found.get().get("data"))
                || found.get().findString("metadata", "annotations", "kubernetes.io/description") == null) {
            context.update(found.get().with("data", DATA).with(List.of("metadata", "annotations"), annotations));
        }
        return new Result.Done();
    }
}
