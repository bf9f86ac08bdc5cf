package dev.drydock.conformance.rbac;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers each kind of case. */
final class RbacAnswers implements CaseCorpus.Answers {

    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

    private final Worlds worlds;

    RbacAnswers(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public Answer answer(MapNode question) {
        return switch (question.findText("kind")) {
            case "sar" -> accessReview(question);
            case "rules" -> rulesReview(question);
            case "request", "escalation" -> request(question);
            case "impersonation" -> impersonation(question);
            case "sequence" -> sequence(question);
            case "aggregation" -> new AggregationAnswers(worlds).answer(question);
            default -> Answer.notModelled("cases of kind " + question.findText("kind"));
        };
    }

    private Worlds.World worldOf(Node question) {
        return worlds.world(question.findText("world"));
    }

    private Answer accessReview(MapNode question) {
        Worlds.World world = worldOf(question);
        UserInfo subject = world.persona(question.findText("as"));
        MapNode.Builder spec = MapNode.builder();
        if (!subject.name().isEmpty()) {
            spec.put("user", subject.name());
        }
        spec.put("groups", ListNode.ofStrings(subject.groups()));
        if (question.has("path")) {
            spec.put("nonResourceAttributes", some(question, "verb", "path"));
        } else {
            spec.put(
                    "resourceAttributes",
                    some(question, "verb", "group", "resource", "subresource", "namespace", "name"));
        }
        RestResponse response = review(world.cluster(), UserInfo.admin(), "SubjectAccessReview", spec.build());
        MapNode object = response.object();
        return Answer.of(object == null ? MapNode.EMPTY : object.findMap("status"));
    }

    private static MapNode some(MapNode question, String... keys) {
        MapNode.Builder some = MapNode.builder();
        for (String key : keys) {
            some.putIfPresent(key, question.get(key));
        }
        return some.build();
    }

    private static RestResponse review(Cluster cluster, UserInfo user, String kind, MapNode spec) {
        MapNode body = MapNode.of("apiVersion", "authorization.k8s.io/v1", "kind", kind, "spec", spec);
        MapNode request =
                MapNode.of("method", "POST", "path", REVIEWS + kind.toLowerCase(Locale.ROOT) + "s", "body", body);
        return Requests.send(cluster.server(), user, request);
    }

    private Answer rulesReview(MapNode question) {
        Worlds.World world = worldOf(question);
        RestResponse response = review(
                world.cluster(),
                world.persona(question.findText("as")),
                "SelfSubjectRulesReview",
                MapNode.of("namespace", question.findText("namespace")));
        MapNode.Builder answer = MapNode.builder().put("code", response.code());
        if (response.failure().isPresent()) {
            return Answer.of(Requests.failure(answer, response.failure().get()));
        }
        MapNode object = response.object();
        return Answer.of(answer.putAll(object == null ? MapNode.EMPTY : object.findMap("status"))
                .build());
    }

    private Answer request(MapNode question) {
        Worlds.World world = worldOf(question);
        Cluster cluster = world.cluster().fork();
        return Answer.of(Requests.answer(cluster.server(), world.persona(question.findText("as")), question));
    }

    private Answer sequence(MapNode question) {
        Worlds.World world = worldOf(question);
        Cluster cluster = world.cluster().fork();
        List<Node> answers = new ArrayList<>();
        for (Node step : question.findList("steps")) {
            answers.add(Requests.answer(cluster.server(), world.persona(step.findText("as")), step));
        }
        return Answer.of(ListNode.of(answers));
    }

    private Answer impersonation(MapNode question) {
        Cluster cluster = worldOf(question).cluster().fork();
        UserInfo requestor = requestor(question.findMap("requestor"));
        for (Node prior : question.findList("prior")) {
            Requests.send(cluster.server(), requestor, prior);
        }
        return Answer.of(Requests.answer(cluster.server(), requestor, question));
    }

    private static @Nullable UserInfo requestor(MapNode requestor) {
        if (requestor.isTrue("invalidToken")) {
            return null;
        }
        if (requestor.isTrue("anonymous")) {
            return new UserInfo("system:anonymous", "", List.of("system:unauthenticated"), Map.of());
        }
        String account = requestor.findText("serviceAccount");
        if (!account.isEmpty()) {
            int slash = account.indexOf('/');
            return UserInfo.serviceAccount(account.substring(0, slash), account.substring(slash + 1));
        }
        List<String> groups = new ArrayList<>(requestor.findList("groups").strings());
        groups.add("system:authenticated");
        String name = requestor.findText("user");
        return new UserInfo(name, "id-" + name, groups, Map.of());
    }
}
