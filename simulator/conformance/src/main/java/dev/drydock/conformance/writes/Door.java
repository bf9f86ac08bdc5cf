package dev.drydock.conformance.writes;

import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.rest.RestDoor;
import dev.drydock.kubernetes.rest.RestRequest;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends recorded requests to a server, as its administrator. */
final class Door {

    private Door() {}

    static void create(Cluster cluster, String path, MapNode object) {
        RestResponse response =
                send(cluster, "POST", path, Map.of("fieldManager", "setup"), "application/json", "drydock", object);
        if (response.code() >= 300) {
            throw new IllegalStateException("cannot set up " + path + ": " + response.object());
        }
    }

    /** The namespaces of the cases were made without a field manager, by a client of this name. */
    static void createNamespace(Cluster cluster, MapNode object) {
        send(cluster, "POST", "/api/v1/namespaces", Map.of(), "application/json", "python-requests/2", object);
    }

    static RestResponse send(
            Cluster cluster,
            String method,
            String path,
            Map<String, String> params,
            String contentType,
            String userAgent,
            @Nullable Node body) {
        RequestBody sent = null;
        if (body != null) {
            boolean raw = body instanceof ScalarNode scalar && scalar.isString();
            String text = raw ? ((ScalarNode) body).stringValue() : JsonWriter.compact(body);
            sent = new RequestBody.Text(text, contentType);
        }
        return new RestDoor(cluster.server())
                .handle(new RestRequest(UserInfo.admin(), null, method, path, params, contentType, sent, userAgent));
    }
}
