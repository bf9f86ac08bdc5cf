package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.Controller;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.rbac.ClusterRoleAggregation;
import dev.drydock.kubernetes.runtime.ReconcileLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * kube-controller-manager, with a stand-in for scheduler, kubelet and volume provisioner.
 *
 * <p>Every loop acts through the API server as its own ServiceAccount of {@code kube-system}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ControllerManager implements Controller {

    private static final List<ControlLoop> HOUSEKEEPING = List.of(
            new NamespaceLoop(),
            new ServiceAccountLoop(),
            new TokenLoop(),
            new RootCaLoop(),
            new GarbageCollectorLoop(),
            new ResourceQuotaLoop(),
            new ProtectionLoop(true),
            new ProtectionLoop(false));

    private static final List<ControlLoop> WORKLOADS = List.of(
            new DeploymentLoop(),
            ReplicaSetLoop.ofReplicaSets(),
            ReplicaSetLoop.ofReplicationControllers(),
            new StatefulSetLoop(),
            new DaemonSetLoop(),
            new JobLoop(),
            new FinishedJobLoop(),
            new CronJobLoop(),
            new DisruptionLoop(),
            new KubeletLoop(),
            new EphemeralVolumeLoop(),
            new VolumeLoop(),
            new LoadBalancerLoop(),
            new EndpointsLoop(),
            new EndpointSliceLoop(),
            new AutoscalerLoop());

    private final List<ControlLoop> loops;
    private final Workloads workloads;
    private final Map<ControlLoop, ReconcileLoop> queues = new LinkedHashMap<>();
    private Controller aggregation = new ClusterRoleAggregation();

    private ControllerManager(List<ControlLoop> loops, Workloads workloads) {
        this.loops = loops;
        this.workloads = workloads;
    }

    /** All controllers, for workloads that behave as described; what is not described becomes ready at once. */
    public static ControllerManager withWorkloads(List<WorkloadBehaviour> behaviours) {
        List<ControlLoop> all = new ArrayList<>(HOUSEKEEPING);
        all.addAll(WORKLOADS);
        return new ControllerManager(List.copyOf(all), new Workloads(behaviours));
    }

    /** Only the controllers that look after namespaces, accounts and owners: no workload makes progress. */
    public static ControllerManager withoutWorkloads() {
        return new ControllerManager(HOUSEKEEPING, new Workloads(List.of()));
    }

    @Override
    public void start(Cluster cluster) {
        run(cluster, null);
        aggregation.start(cluster);
    }

    @Override
    public Controller fork(Cluster copy) {
        ControllerManager forked = new ControllerManager(loops, workloads);
        forked.run(copy, this);
        forked.aggregation = aggregation.fork(copy);
        return forked;
    }

    private void run(Cluster cluster, @Nullable ControllerManager origin) {
        for (ControlLoop loop : loops) {
            LoopContext context = contextOf(cluster, loop);
            ReconcileLoop queue = origin == null ? null : origin.queues.get(loop);
            queues.put(
                    loop,
                    queue == null
                            ? new ReconcileLoop(loop.name(), cluster.kernel(), name -> loop.reconcile(context, name))
                            : queue.fork(cluster.kernel(), name -> loop.reconcile(context, name)));
        }
        cluster.server().watch(this::changed);
    }

    private LoopContext contextOf(Cluster cluster, ControlLoop loop) {
        String manager = loop instanceof KubeletLoop ? "kubelet" : "kube-controller-manager";
        return new LoopContext(
                cluster.server(),
                cluster.kernel(),
                Client.of(cluster.server(), UserInfo.admin(), manager),
                Client.of(cluster.server(), loop.user(), manager),
                workloads,
                manager);
    }

    private void changed(WatchEvent event) {
        queues.forEach((loop, queue) -> {
            for (NamespacedName name : loop.touched(event)) {
                queue.enqueue(name);
            }
        });
    }
}
