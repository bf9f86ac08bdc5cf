package dev.drydock.conformance.objects;

import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request on top of given objects; its answer in the form of the corpus. */
final class ObjectCase {

    private static final Pattern REPEAT = Pattern.compile("<repeat (\\d{1,8}) (.*?)>", Pattern.DOTALL);
    private static final String LIVE = "<live>";

    private final Cluster cluster;
    private final MapNode question;
    private final Map<String, String> repeated = new LinkedHashMap<>();

    ObjectCase(Cluster cluster, MapNode question) {
        this.cluster = cluster;
        this.question = question;
    }

    MapNode answer() {
        Given.layAll(cluster, question.findList("given").items());
        cluster.kernel().advance(Duration.ofSeconds(2));
        Node request = question.findMap("request");
        String media = request.findText("contentType");
        String body = body(request);
        RestResponse response = Given.send(
                cluster,
                String.valueOf(request.findString("method")),
                String.valueOf(request.findString("path")),
                request.findMap("query").strings(),
                media,
                body);
        return answer(response, new ObjectMasks(body == null ? "" : body, given(), repeated));
    }

    /** What the given objects say; the server has not chosen that either. */
    private String given() {
        StringBuilder text = new StringBuilder();
        for (Node given : question.findList("given")) {
            Node body = given.find("body");
            text.append(body == null ? "" : SpacedJson.write(body));
        }
        return text.toString();
    }

    private @Nullable String body(Node request) {
        Node body = request.find("body");
        if (body == null || body.isNull()) {
            return null;
        }
        Node filled = filled(body);
        return filled instanceof ScalarNode scalar && scalar.isString()
                ? scalar.stringValue()
                : SpacedJson.write(filled);
    }

    /** The body with what its stand-ins stand for. */
    private Node filled(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> filled(value));
        }
        if (node instanceof ListNode list) {
            return list.map(this::filled);
        }
        if (!(node instanceof ScalarNode scalar) || !scalar.isString()) {
            return node;
        }
        String text = scalar.stringValue();
        if (text.equals(LIVE)) {
            return ScalarNode.of(liveVersion());
        }
        Matcher repeat = REPEAT.matcher(text);
        if (!repeat.find()) {
            return node;
        }
        String written = repeat.replaceAll(
                match -> Matcher.quoteReplacement(match.group(2).repeat(Integer.parseInt(match.group(1)))));
        repeated.put(written, text);
        return ScalarNode.of(written);
    }

    private String liveVersion() {
        String path = String.valueOf(question.findString("request", "path"));
        MapNode live = Given.send(cluster, "GET", path, Map.of(), "", null).object();
        String version = live == null ? null : live.findString("metadata", "resourceVersion");
        return version == null ? "" : version;
    }

    private static MapNode answer(RestResponse response, ObjectMasks masks) {
        MapNode.Builder answer = MapNode.builder().put("code", response.code());
        MapNode object = response.object();
        if (object == null) {
            answer.put("text", response.text() == null ? "" : response.text());
        } else if (response.failure().isPresent()) {
            answer.put("status", failure(response.failure().get(), masks));
        } else if ("Status".equals(object.findString("kind"))) {
            MapNode rest = object.without(List.of("kind", "apiVersion", "metadata", "code"));
            answer.put("status", masks.object(rest));
        } else {
            answer.put("object", masks.object(object));
        }
        return answer.put("warnings", ListNode.ofStrings(response.warnings())).build();
    }

    private static MapNode failure(Status status, ObjectMasks masks) {
        MapNode.Builder failure = MapNode.builder().put("message", masks.text(status.message()));
        if (!status.reason().isEmpty()) {
            failure.put("reason", status.reason());
        }
        MapNode details = status.details();
        return failure.putIfPresent("details", details == null ? null : masks.object(details))
                .build();
    }
}
