package dev.drydock.conformance.custom;

import dev.drydock.conformance.Answer;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One request on top of a world; its answer in the form of the corpus. */
final class CustomCase {

    private static final String APPLY = "application/apply-patch+yaml";

    private final Cluster cluster;
    private final MapNode question;
    private final CustomMasks masks;

    CustomCase(Cluster cluster, MapNode question, MapNode world) {
        this.cluster = cluster;
        this.question = question;
        boolean apply = APPLY.equals(question.findString("request", "contentType"));
        String sent = question.findMap("request").toString() + question.findList("given") + world;
        this.masks = new CustomMasks(sent, apply, cluster.kernel().now());
    }

    Answer answer() {
        question.findList("given").forEach(object -> Door.create(cluster, object));
        cluster.kernel().advance(Duration.ofSeconds(2));
        MapNode answer = answer(Door.send(cluster, question.findMap("request")));
        if (!question.has("settled")) {
            return Answer.of(answer);
        }
        cluster.kernel().advance(Duration.ofSeconds(10));
        return Answer.settled(answer, settled());
    }

    /** The status of the definition that the request is about, its conditions sorted by type. */
    private Node settled() {
        String name = question.findString("request", "body", "metadata", "name");
        if (name == null) {
            List<String> path = List.of(question.findText("request", "path").split("/", -1));
            int at = path.indexOf("customresourcedefinitions");
            name = at >= 0 && at + 1 < path.size() ? path.get(at + 1) : "";
        }
        MapNode status = Door.statusOf(cluster, name);
        if (status.get("conditions") instanceof ListNode conditions) {
            List<Node> sorted = new ArrayList<>(conditions.items());
            sorted.sort(Comparator.comparing(condition -> condition.findText("type")));
            status = status.with("conditions", ListNode.of(sorted));
        }
        return masks.masked(status);
    }

    private MapNode answer(RestResponse response) {
        MapNode.Builder answer = MapNode.builder().put("code", response.code());
        MapNode object = response.object();
        boolean isStatus = object != null && "Status".equals(object.findString("kind"));
        if (object == null) {
            answer.put("text", response.text() == null ? "" : response.text().strip());
        } else if (isStatus) {
            answer.put("status", masks.masked(object.without(List.of("kind", "apiVersion", "metadata", "code"))));
        } else if (question.findText("topic").equals("typecheck")) {
            answer.put("policyStatus", masks.masked(object.findMap("status")));
        } else if (!isAdmittedExpression()) {
            answer.put("object", masks.object(object));
        }
        if (!response.warnings().isEmpty()) {
            answer.put("warnings", ListNode.ofStrings(response.warnings()).map(masks::masked));
        }
        return answer.build();
    }

    /** The corpus says of an expression that was true only that it was. */
    private boolean isAdmittedExpression() {
        return question.findText("part").equals("cel-rules")
                && question.findText("topic").startsWith("policy-");
    }
}
