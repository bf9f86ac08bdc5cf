package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.Verb;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that come as method, path, query and body: authenticates, finds out what a request is about, and leads it to
 * the {@link ApiServer} or to an endpoint that is no resource. As at the server, authorization comes before the question whether
 * there is anything at the path.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RestDoor {

    private static final String PAGE_NOT_FOUND = "404 page not found\n";

    private static final String NO_SUCH_RESOURCE = "the server could not find the requested resource";

    private final ApiServer server;

    /** A door to a server. */
    public RestDoor(ApiServer server) {
        this.server = server;
    }

    /**
     * Answers a request; a refusal is an answer.
     *
     * @throws NotModelledException when what is asked for is not modelled
     */
    public RestResponse handle(RestRequest request) {
        RequestInfo info = RequestInfo.of(request);
        Optional<Status> deadline = info.verb().equals("watch") ? Optional.empty() : RequestDeadline.mistake(request);
        if (deadline.isPresent()) {
            return RestResponse.of(deadline.get());
        }
        UserInfo user = request.user();
        if (user == null) {
            return RestResponse.of(new Status(401, "Unauthorized", "Unauthorized", null));
        }
        Optional<Verb> verb = verb(request, info);
        if (verb.isPresent() && server.discovery().hasGroup(info.resource().group())) {
            return resource(request, info, user, verb.get());
        }
        ApiServer.Access access = server.access(info.attributes(user), Optional.ofNullable(request.impersonation()));
        ApiResponse refusal = access.refusal();
        if (refusal != null) {
            return RestResponse.of(refusal);
        }
        return info.isResource() ? elsewhere(info) : Endpoints.answer(server, request.method(), info.path());
    }

    /** The verb of a request that the server's handlers answer. */
    private static Optional<Verb> verb(RestRequest request, RequestInfo info) {
        if (!info.isResource() || request.method().equals("HEAD")) {
            return Optional.empty();
        }
        for (Verb verb : Verb.values()) {
            if (verb.toString().equals(info.verb())) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    private RestResponse elsewhere(RequestInfo info) {
        if (!server.discovery().hasGroup(info.resource().group())) {
            return RestResponse.text(404, PAGE_NOT_FOUND);
        }
        if (info.verb().equals("proxy")) {
            throw new NotModelledException("proxy requests");
        }
        return RestResponse.empty(405);
    }

    private RestResponse resource(RestRequest request, RequestInfo info, UserInfo user, Verb verb) {
        boolean isNamespace = info.resource().groupResource().equals("namespaces");
        boolean isCollection = verb == Verb.LIST || verb == Verb.WATCH || verb == Verb.DELETECOLLECTION;
        ApiRequest.Builder builder = ApiRequest.builder(user, verb, info.resource())
                .subresource(info.subresource())
                .namespace(isNamespace ? "" : info.namespace())
                .name(isCollection ? "" : info.name())
                .userAgent(request.userAgent())
                .labelSelector(request.parameter("labelSelector"))
                .fieldSelector(request.parameter("fieldSelector"));
        if (request.impersonation() != null) {
            builder.impersonate(request.impersonation());
        }
        boolean custom = !Discovery.builtIn().hasGroup(info.resource().group());
        Optional<Status> mistake = options(request, verb, custom, isPatched(info), builder);
        if (mistake.isPresent()) {
            ApiServer.Access access =
                    server.access(info.attributes(user), Optional.ofNullable(request.impersonation()));
            ApiResponse refusal = access.refusal();
            return refusal == null ? RestResponse.of(mistake.get()) : RestResponse.of(refusal);
        }
        if (isOutOfScope(info, verb)) {
            ApiResponse refusal = server.access(info.attributes(user), Optional.ofNullable(request.impersonation()))
                    .refusal();
            return refusal == null ? RestResponse.text(404, PAGE_NOT_FOUND) : RestResponse.of(refusal);
        }
        ApiResponse response = server.handle(builder.build());
        if (response.code() == 404
                && response.message().equals(NO_SUCH_RESOURCE)
                && !Discovery.builtIn().hasGroup(info.resource().group())) {
            return RestResponse.text(404, PAGE_NOT_FOUND); // the server of custom resources has no words of its own
        }
        return verb == Verb.WATCH && response.isSuccess() ? RestResponse.empty(200) : RestResponse.of(response);
    }

    /** The server of custom resources does not serve them under paths of another scope; only lists reach across namespaces. */
    private boolean isOutOfScope(RequestInfo info, Verb verb) {
        if (Discovery.builtIn().hasGroup(info.resource().group())) {
            return false;
        }
        boolean inNamespace = !info.namespace().isEmpty();
        boolean acrossAll = verb == Verb.LIST || verb == Verb.WATCH;
        return server.discovery()
                .find(info.resource())
                .filter(resource -> resource.namespaced() ? !inNamespace && !acrossAll : inNamespace)
                .isPresent();
    }

    /** Takes in the body and the query; answers what is wrong with them. */
    private static Optional<Status> options(
            RestRequest request, Verb verb, boolean custom, boolean patched, ApiRequest.Builder builder) {
        if (request.body() != null) {
            builder.body(request.body());
        } else if (verb == Verb.DELETE || verb == Verb.DELETECOLLECTION) {
            builder.body(DeleteParameters.of(request));
        }
        if (verb == Verb.PATCH) {
            Optional<PatchType> type = patchType(request.mediaType());
            if (type.isEmpty() && patched) {
                String text = custom
                        ? "the body of the request was in an unknown format - accepted media types include:"
                                + " application/json-patch+json, application/merge-patch+json,"
                                + " application/apply-patch+yaml"
                        : "415: Unsupported Media Type";
                return Optional.of(new Status(415, "UnsupportedMediaType", text, null));
            }
            builder.patchType(type.orElse(PatchType.MERGE));
        }
        if ((verb == Verb.CREATE || verb == Verb.UPDATE) && !isReadable(request.mediaType())) {
            String text = "the body of the request was in an unknown format - accepted media types include:"
                    + " application/json, application/yaml, application/vnd.kubernetes.protobuf";
            return Optional.of(new Status(415, "UnsupportedMediaType", text, null));
        }
        Optional<Status> mistake = verb == Verb.LIST || verb == Verb.WATCH
                ? ListParameters.mistake(request)
                : WriteParameters.mistake(request, verb);
        if (mistake.isPresent()) {
            return mistake;
        }
        builder.dryRun(!request.parameter("dryRun").isEmpty());
        if (request.query().containsKey("force")) {
            builder.force(!isFalse(request.parameter("force")));
        }
        if (!request.parameter("fieldManager").isEmpty()) {
            builder.fieldManager(request.parameter("fieldManager"));
        }
        boolean writesBody = verb == Verb.CREATE || verb == Verb.UPDATE || verb == Verb.PATCH;
        if (writesBody && !request.parameter("fieldValidation").isEmpty()) {
            builder.fieldValidation(
                    FieldValidation.valueOf(request.parameter("fieldValidation").toUpperCase(Locale.ROOT)));
        }
        return Optional.empty();
    }

    /** Whether there is something to patch: what is not served, or is a collection, is refused before bodies are looked at. */
    private boolean isPatched(RequestInfo info) {
        return !info.name().isEmpty()
                && server.discovery()
                        .find(info.resource())
                        .filter(resource -> info.subresource().isEmpty()
                                || resource.subresources().containsKey(info.subresource()))
                        .isPresent();
    }

    private static boolean isReadable(String mediaType) {
        String bare = mediaType.contains(";") ? mediaType.substring(0, mediaType.indexOf(';')) : mediaType;
        return switch (bare.trim()) {
            case "", "application/json", "application/yaml" -> true;
            default -> false;
        };
    }

    /** Query parameters are true unless they say no. */
    private static boolean isFalse(String text) {
        return text.equals("false") || text.equals("0");
    }

    private static Optional<PatchType> patchType(String mediaType) {
        String bare = mediaType.contains(";") ? mediaType.substring(0, mediaType.indexOf(';')) : mediaType;
        for (PatchType type : PatchType.values()) {
            if (type.mediaType().equals(bare.trim())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Options of a deletion that come in the query instead of a body. */
    private static final class DeleteParameters {

        private static MapNode of(RestRequest request) {
            MapNode.Builder options = MapNode.builder();
            text(options, "propagationPolicy", request.parameter("propagationPolicy"));
            String grace = request.parameter("gracePeriodSeconds");
            if (grace.matches("[0-9]{1,9}")) {
                options.put("gracePeriodSeconds", Integer.parseInt(grace));
            }
            if (request.parameter("orphanDependents").equals("true")) {
                options.put("orphanDependents", true);
            }
            if (request.query().containsKey("dryRun")) {
                options.put("dryRun", ListNode.ofStrings(List.of(request.parameter("dryRun"))));
            }
            return options.build();
        }

        private static void text(MapNode.Builder options, String key, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                options.put(key, value);
            }
        }
    }
}
