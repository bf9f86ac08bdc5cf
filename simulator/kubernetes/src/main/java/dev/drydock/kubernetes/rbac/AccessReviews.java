package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Authorizer;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Answers the resources that are questions: access reviews, the rules review and "who am I". Nothing is stored; the object
 * comes back with its status. Upstream: {@code pkg/registry/authorization}, {@code pkg/registry/authentication}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AccessReviews {

    private static final String AUTHORIZATION = "authorization.k8s.io";
    private static final String AUTHENTICATION = "authentication.k8s.io";

    private final RbacPolicy policy;
    private final Authorizer authorizer;

    /** Reviews by the rules and the authorizer of one moment. */
    public AccessReviews(RbacPolicy policy, Authorizer authorizer) {
        this.policy = policy;
        this.authorizer = authorizer;
    }

    /** The answer: the review with its status, or a refusal. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public sealed interface Answer {

        /**
         * The review, answered.
         *
         * @param review the object with its status
         */
        @API(status = API.Status.EXPERIMENTAL, since = "0.1")
        record Reviewed(MapNode review) implements Answer {}

        /**
         * The review asks nothing that can be answered.
         *
         * @param status the server's words
         */
        @API(status = API.Status.EXPERIMENTAL, since = "0.1")
        record Refused(Status status) implements Answer {}
    }

    /** Whether a resource is a question that is answered here. */
    public static boolean concerns(GroupVersionResource resource) {
        return switch (resource.resource()) {
            case "subjectaccessreviews",
                    "selfsubjectaccessreviews",
                    "localsubjectaccessreviews",
                    "selfsubjectrulesreviews" -> resource.group().equals(AUTHORIZATION);
            case "selfsubjectreviews", "tokenreviews" -> resource.group().equals(AUTHENTICATION);
            default -> false;
        };
    }

    /**
     * Answers a review.
     *
     * @param namespace namespace of the request, empty at the cluster scope
     * @param asking who sends it
     */
    public Answer answer(GroupVersionResource resource, String namespace, UserInfo asking, MapNode review) {
        return switch (resource.resource()) {
            case "selfsubjectreviews" -> reviewed(review, MapNode.of("userInfo", userInfo(asking)));
            case "tokenreviews" -> token(review);
            case "selfsubjectrulesreviews" -> rules(review, asking);
            case "selfsubjectaccessreviews" -> access(review, asking, ReviewRules.self(review));
            case "localsubjectaccessreviews" -> access(review, subject(review), ReviewRules.local(review, namespace));
            default -> access(review, subject(review), ReviewRules.subject(review));
        };
    }

    private Answer access(MapNode review, UserInfo subject, FieldErrors errors) {
        if (!errors.isEmpty()) {
            return new Answer.Refused(errors.toStatus(new GroupVersionKind(AUTHORIZATION, "v1", ""), ""));
        }
        MapNode spec = review.findMap("spec");
        Decision decision = authorizer.authorize(
                spec.get("resourceAttributes") instanceof MapNode resource
                        ? resourceAttributes(subject, resource)
                        : AuthorizationAttributes.path(
                                subject,
                                spec.findText("nonResourceAttributes", "verb"),
                                spec.findText("nonResourceAttributes", "path")));
        MapNode.Builder status = MapNode.builder().put("allowed", decision.isAllowed());
        if (decision instanceof Decision.Deny) {
            status.put("denied", true);
        }
        if (!decision.reason().isEmpty()) {
            status.put("reason", decision.reason());
        }
        return reviewed(review, status.build());
    }

    private static AuthorizationAttributes resourceAttributes(UserInfo subject, MapNode attributes) {
        String version = attributes.findText("version");
        return AuthorizationAttributes.resource(
                subject,
                attributes.findText("verb"),
                new GroupVersionResource(
                        attributes.findText("group"),
                        version.isEmpty() ? "*" : version,
                        attributes.findText("resource")),
                attributes.findText("subresource"),
                attributes.findText("namespace"),
                attributes.findText("name"));
    }

    private static UserInfo subject(MapNode review) {
        MapNode spec = review.findMap("spec");
        Map<String, List<String>> extra = new TreeMap<>();
        spec.findMap("extra").forEach((key, values) -> {
            if (values instanceof ListNode list) {
                extra.put(key, list.strings());
            }
        });
        return new UserInfo(
                spec.findText("user"),
                spec.findText("uid"),
                spec.findList("groups").strings(),
                extra);
    }

    /** No token is known here: accounts act by their names. */
    private static Answer token(MapNode review) {
        if (review.findText("spec", "token").isEmpty()) {
            return new Answer.Refused(
                    new Status(400, "BadRequest", "token is required for TokenReview in authentication", null));
        }
        return reviewed(review, MapNode.of("user", MapNode.EMPTY, "error", "invalid bearer token"));
    }

    private Answer rules(MapNode review, UserInfo asking) {
        String namespace = review.findText("spec", "namespace");
        if (namespace.isEmpty()) {
            return new Answer.Refused(new Status(400, "BadRequest", "no namespace on request", null));
        }
        EffectiveRules effective = policy.rulesFor(asking, namespace);
        List<Node> resourceRules = new ArrayList<>();
        List<Node> urlRules = new ArrayList<>();
        for (PolicyRule rule : effective.rules()) {
            if (!rule.resources().isEmpty()) {
                resourceRules.add(new PolicyRule(
                                rule.verbs(), rule.apiGroups(), rule.resources(), rule.resourceNames(), List.of())
                        .toNode());
            }
            if (!rule.nonResourceUrls().isEmpty()) {
                urlRules.add(
                        new PolicyRule(rule.verbs(), List.of(), List.of(), List.of(), rule.nonResourceUrls()).toNode());
            }
        }
        MapNode.Builder status = MapNode.builder()
                .put("resourceRules", ListNode.of(resourceRules))
                .put("nonResourceRules", ListNode.of(urlRules))
                .put("incomplete", false);
        if (!effective.error().isEmpty()) {
            status.put("evaluationError", effective.error());
        }
        return reviewed(review, status.build());
    }

    private static MapNode userInfo(UserInfo user) {
        MapNode.Builder info = MapNode.builder();
        putUnlessEmpty(info, "username", user.name());
        putUnlessEmpty(info, "uid", user.uid());
        if (!user.groups().isEmpty()) {
            info.put("groups", ListNode.ofStrings(user.groups()));
        }
        if (!user.extra().isEmpty()) {
            info.put("extra", Node.of(new TreeMap<>(user.extra())));
        }
        return info.build();
    }

    private static void putUnlessEmpty(MapNode.Builder node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    private static Answer reviewed(MapNode review, MapNode status) {
        return new Answer.Reviewed(review.with("status", status));
    }
}
