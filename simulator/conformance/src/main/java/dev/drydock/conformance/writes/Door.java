package dev.drydock.conformance.writes;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.Verb;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a recorded HTTP request to a server. */
final class Door {

    private Door() {}

    static void create(Cluster cluster, String path, MapNode object) {
        ApiResponse response =
                send(cluster, "POST", path, Map.of("fieldManager", "setup"), "application/json", "drydock", object);
        if (!response.isSuccess()) {
            throw new IllegalStateException("cannot set up " + path + ": " + response.message());
        }
    }

    static ApiResponse send(
            Cluster cluster,
            String method,
            String path,
            Map<String, String> params,
            String contentType,
            String userAgent,
            @Nullable Node body) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        int at = parts.get(0).equals("api") ? 2 : 3;
        String group = at == 2 ? "" : parts.get(1);
        String version = parts.get(at - 1);
        String namespace = "";
        if (parts.size() > at + 2 && parts.get(at).equals("namespaces") && !isSubresource(parts, at)) {
            namespace = parts.get(at + 1);
            at += 2;
        }
        String resource = parts.get(at);
        String name = parts.size() > at + 1 ? parts.get(at + 1) : "";
        String subresource = parts.size() > at + 2 ? parts.get(at + 2) : "";
        ApiRequest.Builder request = ApiRequest.builder(
                        UserInfo.admin(), verb(method, name), new GroupVersionResource(group, version, resource))
                .namespace(namespace)
                .name(name)
                .subresource(subresource)
                .userAgent(userAgent);
        if (method.equals("PATCH")) {
            request.patchType(patchType(contentType));
        }
        params.forEach((key, value) -> param(request, key, value));
        if (body != null) {
            boolean raw = body instanceof ScalarNode scalar && scalar.isString();
            String text = raw ? ((ScalarNode) body).stringValue() : JsonWriter.compact(body);
            request.body(new RequestBody.Text(text, contentType));
        }
        return cluster.server().handle(request.build());
    }

    private static boolean isSubresource(List<String> parts, int at) {
        return parts.size() == at + 3 && List.of("status", "finalize").contains(parts.get(at + 2));
    }

    private static Verb verb(String method, String name) {
        return switch (method) {
            case "GET" -> name.isEmpty() ? Verb.LIST : Verb.GET;
            case "POST" -> Verb.CREATE;
            case "PUT" -> Verb.UPDATE;
            case "PATCH" -> Verb.PATCH;
            case "DELETE" -> name.isEmpty() ? Verb.DELETECOLLECTION : Verb.DELETE;
            default -> throw new NotModelledException("method " + method);
        };
    }

    private static PatchType patchType(String contentType) {
        for (PatchType type : PatchType.values()) {
            if (contentType.startsWith(type.mediaType())) {
                return type;
            }
        }
        throw new NotModelledException("content type " + contentType);
    }

    private static void param(ApiRequest.Builder request, String key, String value) {
        switch (key) {
            case "fieldManager" -> request.fieldManager(value);
            case "force" -> request.force(value.equals("true"));
            case "dryRun" -> request.dryRun(value.equals("All"));
            case "fieldValidation" -> request.fieldValidation(FieldValidation.valueOf(value.toUpperCase(Locale.ROOT)));
            case "labelSelector" -> request.labelSelector(value);
            case "fieldSelector" -> request.fieldSelector(value);
            default -> throw new NotModelledException("query parameter " + key);
        }
    }
}
