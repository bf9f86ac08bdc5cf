package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.quota.QuotaUsage;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * resourcequota-controller (pkg/controller/resourcequota): counts what is in use when a quota or an object of its namespace
 * changes. What is created is charged by admission at once; this loop gives back what went away.
 */
final class ResourceQuotaLoop implements ControlLoop {

    private static final GroupVersionKind QUOTA = new GroupVersionKind("", "v1", "ResourceQuota");

    @Override
    public String name() {
        return "resourcequota-controller";
    }

    /** The namespace, whose quotas are all counted anew. */
    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        String namespace = event.object().findString("metadata", "namespace");
        boolean isQuota = event.resource().groupResource().equals("resourcequotas");
        boolean mayFree = event.type() != WatchEvent.Type.ADDED;
        return namespace != null && (isQuota || mayFree) ? List.of(new NamespacedName("", namespace)) : List.of();
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName namespace) {
        for (MapNode quota : context.list(QUOTA, namespace.name())) {
            MapNode status = MapNode.of(
                    "hard",
                    quota.findMap("spec", "hard"),
                    "used",
                    QuotaUsage.of(quota, resource -> objects(context, resource, namespace.name()))
                            .toNode());
            context.updateStatus(quota, quota.with("status", status));
        }
        return new Result.Done();
    }

    private static Optional<List<MapNode>> objects(LoopContext context, String groupResource, String namespace) {
        return context.server().discovery().all().stream()
                .filter(resource -> resource.namespaced()
                        && resource.resource().groupResource().equals(groupResource))
                .findFirst()
                .map(ApiResource::kind)
                .map(kind -> context.list(kind, namespace));
    }
}
