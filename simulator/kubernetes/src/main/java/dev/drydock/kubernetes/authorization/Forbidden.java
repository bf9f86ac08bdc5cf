package dev.drydock.kubernetes.authorization;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The Status of a request that is not allowed, in the server's words. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Forbidden {

    private Forbidden() {}

    /**
     * The refusal of a request (upstream {@code responsewriters/errors.go ForbiddenStatusError}).
     *
     * @param reason the authorizer's reason, or empty
     */
    public static Status of(AuthorizationAttributes request, String reason) {
        String text = sanitized(sentence(request)) + (reason.isEmpty() ? "" : ": " + reason);
        return of(request.group(), request.resource(), request.name(), text);
    }

    private static String sentence(AuthorizationAttributes request) {
        String who = "User " + GoQuote.quote(request.user().name()) + " cannot " + request.verb();
        if (!request.isResourceRequest()) {
            return who + " path " + GoQuote.quote(request.path());
        }
        String what = who + " resource " + GoQuote.quote(request.qualifiedResource()) + " in API group "
                + GoQuote.quote(request.group());
        return request.namespace().isEmpty()
                ? what + " at the cluster scope"
                : what + " in the namespace " + GoQuote.quote(request.namespace());
    }

    private static String sanitized(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * A refusal of something about an object.
     *
     * @param name name of the object, or empty
     * @param text why
     */
    public static Status of(GroupVersionResource resource, String name, String text) {
        return of(resource.group(), resource.resource(), name, text);
    }

    private static Status of(String group, String resource, String name, String text) {
        MapNode.Builder details = MapNode.builder()
                .putIfPresent("name", absentWhenEmpty(name))
                .putIfPresent("group", absentWhenEmpty(group))
                .putIfPresent("kind", absentWhenEmpty(resource));
        String of = group.isEmpty() ? resource : resource + "." + group;
        String subject =
                resource.isEmpty() ? "" : name.isEmpty() ? of + " is " : of + " " + GoQuote.quote(name) + " is ";
        return new Status(403, "Forbidden", subject + "forbidden: " + text, details.build());
    }

    private static @Nullable String absentWhenEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
