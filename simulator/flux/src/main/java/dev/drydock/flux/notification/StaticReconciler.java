package dev.drydock.flux.notification;

import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/**
 * Alerts and Providers have no status; Providers carry a finalizer, Alerts lose one that an older version left
 * (notification-controller internal/controller/provider_controller.go, alert_controller.go).
 */
final class StaticReconciler implements Reconciler {

    private final Client client;
    private final GroupVersionKind kind;
    private final StatusPatcher patcher;

    StaticReconciler(Client client, GroupVersionKind kind) {
        this.client = client;
        this.kind = kind;
        this.patcher = new StatusPatcher(client, "notification-controller");
    }

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(kind, name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode object = found.object();
        ListNode finalizers = object.findList("metadata", "finalizers");
        boolean keeps = kind.equals(Kinds.PROVIDER) && object.find("metadata", "deletionTimestamp") == null;
        boolean has = finalizers.strings().contains(Kinds.FINALIZER);
        if (keeps != has) {
            ListNode changed = keeps
                    ? finalizers.plus(Node.of(Kinds.FINALIZER))
                    : ListNode.of(finalizers.stream()
                            .filter(finalizer -> !finalizer.equals(Node.of(Kinds.FINALIZER)))
                            .toList());
            patcher.patch(object, object.with(List.of("metadata", "finalizers"), changed));
        }
        return new Result.Done();
    }
}
