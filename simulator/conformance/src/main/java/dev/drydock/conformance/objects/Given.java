package dev.drydock.conformance.objects;

import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.rest.RestDoor;
import dev.drydock.kubernetes.rest.RestRequest;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays the objects that exist before the request of a case. */
final class Given {

    private static final String JSON = "application/json";

    private Given() {}

    static RestResponse send(
            Cluster cluster,
            String method,
            String path,
            Map<String, String> query,
            String media,
            @Nullable String body) {
        RequestBody sent = body == null ? null : new RequestBody.Text(body, media);
        return new RestDoor(cluster.server())
                .handle(new RestRequest(UserInfo.admin(), null, method, path, query, media, sent, "drydock"));
    }

    static void namespace(Cluster cluster, MapNode metadata) {
        create(
                cluster,
                "/api/v1/namespaces",
                MapNode.of("apiVersion", "v1", "kind", "Namespace", "metadata", metadata));
    }

    private static void create(Cluster cluster, String path, MapNode object) {
        done(send(cluster, "POST", path, Map.of("fieldManager", "given"), JSON, SpacedJson.write(object)));
        if ("Namespace".equals(object.findString("kind"))) {
            String name = String.valueOf(object.findString("metadata", "name"));
            String accounts = "/api/v1/namespaces/" + name + "/serviceaccounts";
            MapNode account =
                    MapNode.of("apiVersion", "v1", "kind", "ServiceAccount", "metadata", MapNode.of("name", "default"));
            if (send(cluster, "GET", accounts + "/default", Map.of(), JSON, null)
                            .code()
                    == 404) {
                done(send(cluster, "POST", accounts, Map.of(), JSON, SpacedJson.write(account)));
            }
        }
    }

    private static void done(RestResponse response) {
        if (response.code() >= 300) {
            throw new IllegalStateException("cannot lay a given object: " + response.object());
        }
    }

    static void lay(Cluster cluster, Node given) {
        MapNode body = given.findMap("body");
        String collection = String.valueOf(given.findString("path"));
        String path = collection + "/" + body.findString("metadata", "name");
        if ("apply".equals(given.findString("via"))) {
            Map<String, String> query = new TreeMap<>();
            query.put("fieldManager", String.valueOf(given.findString("manager")));
            done(send(cluster, "PATCH", path, query, "application/apply-patch+yaml", SpacedJson.write(body)));
        } else {
            create(cluster, collection, body);
        }
        if (given.find("status") instanceof MapNode status) {
            done(send(
                    cluster,
                    "PATCH",
                    path + "/status",
                    Map.of("fieldManager", "given"),
                    "application/merge-patch+json",
                    SpacedJson.write(MapNode.of("status", status))));
        }
        if (given.isTrue("deleted")) {
            done(send(cluster, "DELETE", path, Map.of(), JSON, null));
        }
    }

    static void layAll(Cluster cluster, List<Node> given) {
        given.forEach(one -> lay(cluster, one));
    }
}
