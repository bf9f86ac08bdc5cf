package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** The stand-in for a provider of load balancers: every Service of that type gets an address. */
final class LoadBalancerLoop implements ControlLoop {

    /** From a range for documentation; nobody is there. */
    private static final String ADDRESS = "192.0.2.1";

    @Override
    public String name() {
        return "load-balancer";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        boolean isBalancer = event.resource().groupResource().equals("services")
                && event.object().findText("spec", "type").equals("LoadBalancer");
        return isBalancer ? List.of(NamespacedName.of(event.object())) : List.of();
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> service = context.get(Kinds.SERVICE, name);
        boolean waits = service.isPresent()
                && service.get().findText("spec", "type").equals("LoadBalancer")
                && service.get().find("metadata", "deletionTimestamp") == null
                && service.get().findList("status", "loadBalancer", "ingress").isEmpty();
        if (waits && context.workloads().of("Service", name).outcome() == Outcome.READY) {
            MapNode status = MapNode.of(
                    "loadBalancer", MapNode.of("ingress", List.of(MapNode.of("ip", ADDRESS, "ipMode", "VIP"))));
            context.asProvisioner()
                    .update(service.get().with("status", status), "status", WriteOptions.as("python-requests"));
        }
        return new Result.Done();
    }
}
