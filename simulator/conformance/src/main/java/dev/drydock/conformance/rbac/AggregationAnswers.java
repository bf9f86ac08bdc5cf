package dev.drydock.conformance.rbac;

import dev.drydock.conformance.Answer;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.rbac.ClusterRoleAggregation;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** Stories on aggregated ClusterRoles: after each step the controller comes to rest, and the watched roles are read. */
final class AggregationAnswers {

    private static final GroupVersionKind CLUSTER_ROLE =
            new GroupVersionKind("rbac.authorization.k8s.io", "v1", "ClusterRole");
    private static final int MOST_EVENTS = 10_000;

    private final Worlds worlds;

    AggregationAnswers(Worlds worlds) {
        this.worlds = worlds;
    }

    Answer answer(MapNode question) {
        Cluster cluster = worlds.ground();
        cluster.install(new ClusterRoleAggregation());
        settle(cluster);
        List<Node> answers = new ArrayList<>();
        for (Node step : question.findList("steps")) {
            ApiResponse response = take(cluster.as(UserInfo.admin()), step);
            settle(cluster);
            MapNode.Builder answer = MapNode.builder().put("code", response.code());
            response.status().ifPresent(status -> Requests.failure(answer, status));
            MapNode.Builder rules = MapNode.builder();
            for (String role : question.findList("watched").strings()) {
                rules.put(role, rules(cluster, role));
            }
            answers.add(answer.put("rules", rules.build()).build());
        }
        return Answer.of(ListNode.of(answers));
    }

    private static void settle(Cluster cluster) {
        for (int i = 0; cluster.kernel().step().isPresent(); i++) {
            if (i == MOST_EVENTS) {
                throw new IllegalStateException("the aggregation does not come to rest");
            }
        }
    }

    private static ApiResponse take(Client client, Node step) {
        MapNode object = step.findMap("object");
        NamespacedName name = new NamespacedName("", step.findText("name"));
        return switch (step.findText("op")) {
            case "create" -> client.create(object, WriteOptions.as("story"));
            case "apply" -> client.apply(object, WriteOptions.as(step.findText("fieldManager")));
            case "merge" ->
                client.patch(CLUSTER_ROLE, name, "", PatchType.MERGE, step.findMap("patch"), WriteOptions.as("story"));
            case "delete" -> client.delete(CLUSTER_ROLE, name, MapNode.EMPTY);
            default -> throw new IllegalArgumentException("no operation " + step.findText("op"));
        };
    }

    private Node rules(Cluster cluster, String role) {
        ApiResponse found = cluster.as(UserInfo.admin()).get(CLUSTER_ROLE, new NamespacedName("", role));
        ListNode base = worlds.baseRules(role);
        if (!found.isSuccess()) {
            return ScalarNode.of("absent");
        }
        Node rules = found.object().get("rules");
        if (!(rules instanceof ListNode list)) {
            return ScalarNode.NULL;
        }
        return base == null ? list : comparedTo(base, list);
    }

    private static Node comparedTo(ListNode base, ListNode rules) {
        if (rules.equals(base)) {
            return ScalarNode.of("as base");
        }
        List<Node> added = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!base.items().contains(rules.get(i))) {
                added.add(MapNode.of("index", i, "rule", rules.get(i)));
            }
        }
        List<Node> gone = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            if (!rules.items().contains(base.get(i))) {
                gone.add(ScalarNode.of(i));
            }
        }
        MapNode difference = MapNode.of("base with added", ListNode.of(added));
        return gone.isEmpty() ? difference : difference.with("without base rules", ListNode.of(gone));
    }
}
