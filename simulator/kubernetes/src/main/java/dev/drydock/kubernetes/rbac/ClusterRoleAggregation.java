package dev.drydock.kubernetes.rbac;

import dev.drydock.kernel.Event;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.Controller;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Fills ClusterRoles that have an aggregationRule with the rules of the ClusterRoles that it selects (upstream
 * {@code pkg/controller/clusterroleaggregation}).
 *
 * <p>It writes by server-side apply and only what it found. Rules that somebody wrote by hand therefore stay for as long as
 * nothing is selected, and an owned list that becomes empty goes away altogether.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ClusterRoleAggregation implements Controller {

    private static final String HANDLER = "clusterrole-aggregation-controller";
    private static final GroupVersionKind CLUSTER_ROLE = new GroupVersionKind(RbacPolicy.GROUP, "v1", "ClusterRole");

    private final Set<String> queued = new TreeSet<>();

    /** A controller that has not started. */
    public ClusterRoleAggregation() {}

    @Override
    public void start(Cluster cluster) {
        listen(cluster);
        enqueueAll(cluster);
    }

    private void listen(Cluster cluster) {
        cluster.kernel().register(HANDLER, event -> sync(cluster, event));
        cluster.server().watch(event -> changed(cluster, event));
    }

    @Override
    public Controller fork(Cluster copy) {
        ClusterRoleAggregation forked = new ClusterRoleAggregation();
        forked.queued.addAll(queued);
        forked.listen(copy);
        return forked;
    }

    private void changed(Cluster cluster, WatchEvent event) {
        if (event.resource().groupResource().equals("clusterroles." + RbacPolicy.GROUP)) {
            enqueueAll(cluster);
        }
    }

    /** Nobody knows which roles a change concerns, so all that aggregate look again. */
    private void enqueueAll(Cluster cluster) {
        for (MapNode role : list(client(cluster))) {
            if (aggregates(role) && queued.add(name(role))) {
                cluster.kernel().schedule(HANDLER, name(role), Duration.ZERO);
            }
        }
    }

    private static Client client(Cluster cluster) {
        return Client.of(cluster.server(), UserInfo.serviceAccount("kube-system", HANDLER), HANDLER);
    }

    private static List<MapNode> list(Client client) {
        List<MapNode> roles = new ArrayList<>();
        for (Node item : client.list(CLUSTER_ROLE, "", "").object().findList("items")) {
            if (item instanceof MapNode role) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static String name(MapNode role) {
        return role.findText("metadata", "name");
    }

    private static boolean aggregates(MapNode role) {
        return role.get("aggregationRule") instanceof MapNode;
    }

    private void sync(Cluster cluster, Event event) {
        queued.remove(event.key());
        Client client = client(cluster);
        MapNode role =
                client.get(CLUSTER_ROLE, new NamespacedName("", event.key())).object();
        if (!aggregates(role)) {
            return;
        }
        List<PolicyRule> rules = gathered(role, list(client));
        if (!rules.equals(PolicyRule.rulesOf(role))) {
            client.apply(applied(event.key(), rules), WriteOptions.as(HANDLER).withForce());
        }
    }

    private static List<PolicyRule> gathered(MapNode role, List<MapNode> roles) {
        Set<PolicyRule> rules = new LinkedHashSet<>();
        for (Node selector : role.findList("aggregationRule", "clusterRoleSelectors")) {
            for (MapNode part : roles) {
                if (!name(part).equals(name(role)) && selects(selector, part)) {
                    rules.addAll(PolicyRule.rulesOf(part));
                }
            }
        }
        return List.copyOf(rules);
    }

    private static boolean selects(Node selector, MapNode role) {
        return selector instanceof MapNode map
                && LabelSelectors.matches(
                        map, role.findMap("metadata", "labels").strings());
    }

    private static MapNode applied(String name, List<PolicyRule> rules) {
        MapNode.Builder role = MapNode.builder()
                .put("apiVersion", RbacPolicy.GROUP + "/v1")
                .put("kind", "ClusterRole")
                .put("metadata", MapNode.of("name", name));
        if (!rules.isEmpty()) {
            role.put("rules", ListNode.of(rules.stream().map(PolicyRule::toNode).toList()));
        }
        return role.build();
    }
}
