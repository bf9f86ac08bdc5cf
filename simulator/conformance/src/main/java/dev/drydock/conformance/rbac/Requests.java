package dev.drydock.conformance.rbac;

import dev.drydock.conformance.Mask;
import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authentication.ImpersonationHeaders;
import dev.drydock.kubernetes.rest.RestDoor;
import dev.drydock.kubernetes.rest.RestRequest;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends the requests of cases and puts the responses into the form of their answers. */
final class Requests {

    private static final int LONGEST_TEXT = 300;
    private static final Map<String, String> MEDIA = Map.of(
            "apply", "application/apply-patch+yaml",
            "merge", "application/merge-patch+json",
            "jsonpatch", "application/json-patch+json",
            "strategic", "application/strategic-merge-patch+json");

    private Requests() {}

    /** The answer to a request of a case as somebody. */
    static MapNode answer(ApiServer server, @Nullable UserInfo user, Node question) {
        return answer(send(server, user, question), question);
    }

    static RestResponse send(ApiServer server, @Nullable UserInfo user, Node question) {
        String media = question.findText("media");
        return new RestDoor(server)
                .handle(new RestRequest(
                        user,
                        impersonation(question.findMap("impersonate")),
                        question.findText("method"),
                        question.findText("path"),
                        question.findMap("query").strings(),
                        media.isEmpty() ? "application/json" : MEDIA.getOrDefault(media, media),
                        body(question.find("body"), media),
                        "unknown"));
    }

    private static @Nullable RequestBody body(@Nullable Node body, String media) {
        if (body == null) {
            return null;
        }
        String type = media.equals("apply") ? "application/yaml" : "application/json";
        String text = body instanceof ScalarNode scalar && scalar.isString()
                ? scalar.stringValue()
                : JsonWriter.compact(body);
        return new RequestBody.Text(text, type);
    }

    private static @Nullable Impersonation impersonation(MapNode headers) {
        if (headers.isEmpty()) {
            return null;
        }
        Map<String, List<String>> extra = new TreeMap<>();
        headers.findMap("extra").forEach((key, values) -> extra.put(key, ((ListNode) values).strings()));
        return ImpersonationHeaders.read(
                headers.findText("user"),
                headers.findText("uid"),
                headers.findList("groups").strings(),
                extra);
    }

    private static MapNode answer(RestResponse response, Node question) {
        MapNode.Builder answer = MapNode.builder().put("code", response.code());
        if (response.failure().isPresent()) {
            return failure(answer, response.failure().get());
        }
        MapNode object = response.object();
        String text = response.text();
        if (object != null) {
            String kind = object.findText("kind");
            if (!kind.isEmpty()) {
                answer.put("kind", kind);
            }
            if (question.findText("path").endsWith("reviews")) {
                answer.putIfPresent("status", object.get("status"));
            }
        } else if (text != null && text.length() <= LONGEST_TEXT) {
            answer.put("text", text);
        }
        return answer.build();
    }

    static MapNode failure(MapNode.Builder answer, Status status) {
        if (!status.reason().isEmpty()) {
            answer.put("reason", status.reason());
        }
        answer.put("message", masked(status.message()));
        MapNode details = status.details();
        if (details != null && !details.isEmpty()) {
            answer.put("details", Mask.texts(details, Requests::masked));
        }
        return answer.build();
    }

    /** Points in time are masked; no case sends one. */
    private static String masked(String text) {
        return Mask.TIME.matcher(text).replaceAll("<time>");
    }
}
