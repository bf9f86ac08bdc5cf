package dev.drydock.flux.notification;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.Triggers;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.ReconcileLoop;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** notification-controller on a cluster: its queues and what triggers them. */
public final class NotificationController {

    private static final String COMPONENT = "notification-controller";

    private final Client client;
    private final EventRecorder events;
    private final Map<String, ReconcileLoop> queues = new TreeMap<>();
    private final AlertDispatch dispatch;
    private boolean stopped;

    /** Whether there ever was an Alert: without one no event is looked at. */
    private boolean alerts;

    /** A controller that starts on a cluster, or goes on from another one's state on a copied cluster. */
    public NotificationController(
            Cluster cluster, FluxProfile profile, Gaps gaps, @Nullable NotificationController origin) {
        client = Client.of(cluster.server(), UserInfo.serviceAccount("flux-system", COMPONENT), COMPONENT + "/v1.9.3");
        events = origin == null
                ? new EventRecorder(client, cluster.kernel(), COMPONENT)
                : origin.events.fork(client, cluster.kernel());
        add(cluster, gaps, origin, Kinds.RECEIVER, new ReceiverReconciler(cluster.kernel(), client, events));
        add(cluster, gaps, origin, Kinds.PROVIDER, new StaticReconciler(client, Kinds.PROVIDER));
        add(cluster, gaps, origin, Kinds.ALERT, new StaticReconciler(client, Kinds.ALERT));
        dispatch = new AlertDispatch(client, profile, events);
        if (origin != null) {
            dispatch.copyStateFrom(origin.dispatch);
        }
        add(cluster, gaps, origin, AlertDispatch.EVENT, dispatch);
        alerts = origin == null
                ? !client.list(Kinds.ALERT, "", "").object().findList("items").isEmpty()
                : origin.alerts;
        cluster.server().watch(this::changed);
    }

    private void add(
            Cluster cluster,
            Gaps gaps,
            @Nullable NotificationController origin,
            GroupVersionKind kind,
            Reconciler reconciler) {
        Reconciler guarded = gaps.watch(kind.kind(), reconciler);
        ReconcileLoop old = origin == null ? null : origin.queues.get(kind.kind());
        String name = COMPONENT + "/" + kind.kind().toLowerCase(Locale.ROOT);
        queues.put(
                kind.kind(),
                old == null ? new ReconcileLoop(name, cluster.kernel(), guarded) : old.fork(cluster.kernel(), guarded));
    }

    private void changed(WatchEvent event) {
        if (stopped) {
            return;
        }
        if (event.resource().group().equals(Kinds.GROUP)) {
            ReconcileLoop queue = queues.get(ObjectFields.kind(event.object()));
            alerts |= ObjectFields.kind(event.object()).equals(Kinds.ALERT.kind());
            if (queue != null && Triggers.isForOwner(event)) {
                queue.enqueue(NamespacedName.of(event.object()));
            }
        } else if (alerts
                && event.type() != WatchEvent.Type.DELETED
                && event.resource().groupResource().equals("events")) {
            dispatch(event.object());
        } else if (event.resource().groupResource().equals("secrets")
                && "Enabled".equals(ObjectFields.labels(event.object()).get("reconcile.fluxcd.io/watch"))) {
            receiversOf(event.object());
        }
    }

    private void dispatch(MapNode event) {
        ReconcileLoop queue = queues.get(AlertDispatch.EVENT.kind());
        if (queue != null && AlertDispatch.isPosted(event)) {
            dispatch.post(event);
            queue.enqueue(NamespacedName.of(event));
        }
    }

    /** Receivers look again when a watched Secret with their token changes. */
    private void receiversOf(MapNode secret) {
        ReconcileLoop queue = queues.get(Kinds.RECEIVER.kind());
        for (Node receiver : client.list(Kinds.RECEIVER, ObjectFields.namespace(secret), "")
                .object()
                .findList("items")) {
            if (queue != null && receiver.findText("spec", "secretRef", "name").equals(ObjectFields.name(secret))) {
                queue.enqueue(NamespacedName.of((MapNode) receiver));
            }
        }
    }

    /** Stops looking, as when the process ends. */
    public void stop() {
        stopped = true;
    }

    /** Looks at every object again, as after a restart. */
    public void restart() {
        for (GroupVersionKind kind : List.of(Kinds.RECEIVER, Kinds.PROVIDER, Kinds.ALERT)) {
            ReconcileLoop queue = queues.get(kind.kind());
            for (Node object : client.list(kind, "", "").object().findList("items")) {
                if (queue != null) {
                    queue.enqueue(NamespacedName.of((MapNode) object));
                }
            }
        }
    }
}
