package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** service-account-controller (pkg/controller/serviceaccount): a ServiceAccount {@code default} in every namespace. */
final class ServiceAccountLoop implements ControlLoop {

    @Override
    public String name() {
        return "service-account-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return NamespaceContent.touched(event, "serviceaccounts", "default");
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName namespace) {
        NamespacedName name = new NamespacedName(namespace.name(), "default");
        if (NamespaceContent.isActive(context, namespace.name())
                && context.get(Kinds.SERVICE_ACCOUNT, name).isEmpty()) {
            context.create(MapNode.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "ServiceAccount",
                    "metadata",
                    MapNode.of("name", "default", "namespace", namespace.name())));
        }
        return new Result.Done();
    }
}
