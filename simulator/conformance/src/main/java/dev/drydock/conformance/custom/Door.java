package dev.drydock.conformance.custom;

import dev.drydock.conformance.objects.SpacedJson;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.rest.RestDoor;
import dev.drydock.kubernetes.rest.RestRequest;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the corpus' requests to a server, as its administrator, who may act as somebody else. */
final class Door {

    private static final String JSON = "application/json";
    private static final String CLIENT = "example-client/1.0";

    /** The corpus' administrator; the project's own has another name. */
    private static final UserInfo ADMIN = new UserInfo(
            "admin", "", UserInfo.admin().groups(), UserInfo.admin().extra());

    private Door() {}

    /** Creates a fixture at the collection of its kind. */
    static void create(Cluster cluster, Node object) {
        RestRequest request =
                request("POST", collection(cluster, object), Map.of(), JSON, null, SpacedJson.write(object));
        RestResponse response = new RestDoor(cluster.server()).handle(request);
        if (response.code() >= 300) {
            throw new IllegalStateException("cannot lay a given object: " + response.object());
        }
    }

    private static String collection(Cluster cluster, Node object) {
        String apiVersion = object.findText("apiVersion");
        ApiResource resource = cluster.server()
                .discovery()
                .find(GroupVersionKind.of(apiVersion, object.findText("kind")))
                .orElseThrow(() -> new IllegalStateException("nothing serves the given object " + object));
        String namespace = object.findText("metadata", "namespace");
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion
                + (resource.namespaced() ? "/namespaces/" + (namespace.isEmpty() ? "default" : namespace) : "") + "/"
                + resource.resource().resource();
    }

    static RestResponse send(Cluster cluster, Node request) {
        String user = request.findString("user");
        Impersonation other = user == null
                ? null
                : new Impersonation(user, "", request.findList("groups").strings(), Map.of());
        String media = request.findString("contentType");
        return new RestDoor(cluster.server())
                .handle(request(
                        request.findText("method"),
                        request.findText("path"),
                        request.findMap("query").strings(),
                        media == null ? JSON : media,
                        other,
                        body(request)));
    }

    /** The body as it is sent, null without one. */
    static @Nullable String body(Node request) {
        Node body = request.find("body");
        if (body == null) {
            return null;
        }
        return body instanceof ScalarNode text && text.isString() ? text.stringValue() : SpacedJson.write(body);
    }

    private static RestRequest request(
            String method,
            String path,
            Map<String, String> query,
            String media,
            @Nullable Impersonation other,
            @Nullable String body) {
        RequestBody sent = body == null ? null : new RequestBody.Text(body, media);
        return new RestRequest(ADMIN, other, method, path, query, media, sent, CLIENT);
    }

    /** The status of a definition as it is now. */
    static MapNode statusOf(Cluster cluster, String definition) {
        String path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + definition;
        RestResponse found = new RestDoor(cluster.server()).handle(request("GET", path, Map.of(), JSON, null, null));
        MapNode object = found.object();
        return object == null || List.of(404, 403).contains(found.code()) ? MapNode.EMPTY : object.findMap("status");
    }
}
