package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.selector.FieldSelector;
import dev.drydock.kubernetes.selector.InvalidSelectorException;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.Locale;

/**
 * What a request is about, from its method, path and query alone (upstream {@code apiserver/pkg/endpoints/request/requestinfo.go}).
 *
 * @param isResource whether it is about a resource
 * @param verb verb as rules spell it; empty for methods without one; the lower-case method for other paths
 * @param resource group, version and plural name
 * @param namespace namespace; that of a Namespace object is its own name
 * @param name name of the object, for collections the name that a field selector demands
 * @param subresource subresource
 * @param path path of the URL
 */
record RequestInfo(
        boolean isResource,
        String verb,
        GroupVersionResource resource,
        String namespace,
        String name,
        String subresource,
        String path) {

    private static final List<String> NAMESPACE_SUBRESOURCES = List.of("status", "finalize");

    static RequestInfo of(RestRequest request) {
        String path = request.path();
        List<String> parts = trimmed(path);
        boolean grouped = !parts.isEmpty() && parts.get(0).equals("apis");
        boolean core = !parts.isEmpty() && parts.get(0).equals("api");
        int least = grouped ? 4 : 3;
        if ((!grouped && !core) || parts.size() < least) {
            return url(request);
        }
        String group = grouped ? parts.get(1) : "";
        String version = parts.get(grouped ? 2 : 1);
        List<String> rest = parts.subList(grouped ? 3 : 2, parts.size());
        String verb = verbOf(request.method());
        boolean special = rest.get(0).equals("watch") || rest.get(0).equals("proxy");
        if (special && rest.size() > 1) {
            verb = rest.get(0);
            rest = rest.subList(1, rest.size());
        }
        String namespace = "";
        if (rest.get(0).equals("namespaces") && rest.size() > 1) {
            namespace = rest.get(1);
            if (rest.size() > 2 && !NAMESPACE_SUBRESOURCES.contains(rest.get(2))) {
                rest = rest.subList(2, rest.size());
            }
        }
        String name = rest.size() > 1 ? rest.get(1) : "";
        String subresource = rest.size() > 2 && !verb.equals("proxy") ? rest.get(2) : "";
        if (name.isEmpty() && verb.equals("get")) {
            verb = isWatch(request) ? "watch" : "list";
            name = selectedName(request.parameter("fieldSelector"));
        }
        if (name.isEmpty() && verb.equals("delete")) {
            verb = "deletecollection";
        }
        GroupVersionResource resource = new GroupVersionResource(group, version, rest.get(0));
        return new RequestInfo(true, verb, resource, namespace, name, subresource, path);
    }

    private static List<String> trimmed(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return from == to ? List.of() : List.of(path.substring(from, to).split("/", -1));
    }

    private static RequestInfo url(RestRequest request) {
        return new RequestInfo(
                false,
                request.method().toLowerCase(Locale.ROOT),
                new GroupVersionResource("", "", ""),
                "",
                "",
                "",
                request.path());
    }

    private static String verbOf(String method) {
        return switch (method) {
            case "POST" -> "create";
            case "GET", "HEAD" -> "get";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> "";
        };
    }

    private static boolean isWatch(RestRequest request) {
        String watch = request.parameter("watch");
        return request.query().containsKey("watch") && !watch.equals("false") && !watch.equals("0");
    }

    /** The name that a field selector demands exactly, when it can stand in a path. */
    private static String selectedName(String fieldSelector) {
        try {
            String name = FieldSelector.parse(fieldSelector).name();
            return NameRules.pathSegment(name).isEmpty() ? name : "";
        } catch (InvalidSelectorException e) {
            return "";
        }
    }

    AuthorizationAttributes attributes(UserInfo user) {
        return isResource
                ? AuthorizationAttributes.resource(user, verb, resource, subresource, namespace, name)
                : AuthorizationAttributes.path(user, verb, path);
    }
}
