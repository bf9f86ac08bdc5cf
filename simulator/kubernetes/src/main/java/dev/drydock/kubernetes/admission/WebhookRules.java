package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests a webhook or a policy is asked about (upstream {@code apiserver/pkg/admission/plugin/webhook/generic/webhook.go} and
 * {@code predicates}).
 */
final class WebhookRules {

    private static final String ANY = "*";

    /** Kinds of admissionregistration.k8s.io that no webhook sees, lest nobody could remove a broken one. */
    private static final Set<String> EXEMPT = Set.of(
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding");

    private final AdmissionRequest request;

    WebhookRules(AdmissionRequest request) {
        this.request = request;
    }

    static boolean isExempt(AdmissionRequest request) {
        return request.kind().group().equals("admissionregistration.k8s.io")
                && EXEMPT.contains(request.kind().kind());
    }

    boolean concern(Node webhook) {
        return matchesRules(webhook, "rules")
                && matchesNamespace(webhook.findMap("namespaceSelector"))
                && matchesObject(webhook.findMap("objectSelector"));
    }

    /** Whether a policy's constraints, or the narrower ones of its binding, hold; without rules everything is meant. */
    boolean match(MapNode constraints) {
        return (constraints.findList("resourceRules").isEmpty() || matchesRules(constraints, "resourceRules"))
                && !matchesRules(constraints, "excludeResourceRules")
                && matchesNamespace(constraints.findMap("namespaceSelector"))
                && matchesObject(constraints.findMap("objectSelector"));
    }

    private boolean matchesRules(Node webhook, String field) {
        boolean equivalent = !"Exact".equals(webhook.findString("matchPolicy"));
        for (Node rule : webhook.findList(field)) {
            if (matchesScope(rule.findText("scope"))
                    && has(rule, "operations", request.operation().name())
                    && has(rule, "apiGroups", request.resource().group())
                    && matchesVersion(rule, equivalent)
                    && matchesResource(rule)
                    && matchesName(rule)) {
                return true;
            }
        }
        return false;
    }

    /** The version of the resource that the rules name; that of the request where they name it, or none. */
    GroupVersionResource named(Node constraints) {
        GroupVersionResource asked = request.resource();
        List<Node> rules = constraints.findList("resourceRules").items().stream()
                .filter(rule -> has(rule, "apiGroups", asked.group()) && matchesResource(rule))
                .toList();
        if (rules.isEmpty() || rules.stream().anyMatch(rule -> has(rule, "apiVersions", asked.version()))) {
            return asked;
        }
        for (Node rule : rules) {
            for (String version : rule.findList("apiVersions").strings()) {
                GroupVersionResource other = new GroupVersionResource(asked.group(), version, asked.resource());
                if (request.cluster().isServed(other)) {
                    return other;
                }
            }
        }
        return asked;
    }

    private static boolean has(Node rule, String field, String value) {
        List<String> values = rule.findList(field).strings();
        return values.contains(ANY) || values.contains(value);
    }

    private boolean matchesScope(String scope) {
        return switch (scope) {
            case "Namespaced" -> !request.namespace().isEmpty() && !isNamespace();
            case "Cluster" -> request.namespace().isEmpty() || isNamespace();
            default -> true;
        };
    }

    private boolean isNamespace() {
        return request.resource().groupResource().equals("namespaces");
    }

    private boolean matchesVersion(Node rule, boolean equivalent) {
        GroupVersionResource asked = request.resource();
        return has(rule, "apiVersions", asked.version())
                || (equivalent
                        && rule.findList("apiVersions").strings().stream()
                                .anyMatch(version -> request.cluster()
                                        .isServed(new GroupVersionResource(asked.group(), version, asked.resource()))));
    }

    /** Policies may name the objects that they mean; webhooks cannot. */
    private boolean matchesName(Node rule) {
        List<String> names = rule.findList("resourceNames").strings();
        return names.isEmpty() || names.contains(request.name());
    }

    private boolean matchesResource(Node rule) {
        for (String pattern : rule.findList("resources").strings()) {
            int slash = pattern.indexOf('/');
            String resource = slash < 0 ? pattern : pattern.substring(0, slash);
            String subresource = slash < 0 ? "" : pattern.substring(slash + 1);
            if ((resource.equals(ANY) || resource.equals(request.resource().resource()))
                    && (subresource.equals(ANY) || subresource.equals(request.subresource()))) {
                return true;
            }
        }
        return false;
    }

    /** Cluster-scoped objects match every selector, except that Namespaces are held against it themselves. */
    private boolean matchesNamespace(MapNode selector) {
        if (isEmpty(selector) || (request.namespace().isEmpty() && !isNamespace())) {
            return true;
        }
        boolean isWritten = isNamespace() && request.subresource().isEmpty() && request.operation() != Operation.DELETE;
        return LabelSelectors.matches(selector, isWritten ? labels(request.written()) : namespaceLabels());
    }

    private Map<String, String> namespaceLabels() {
        String name = isNamespace() ? request.name() : request.namespace();
        Optional<MapNode> namespace = request.cluster().get(Resources.NAMESPACES, "", name);
        return namespace.map(WebhookRules::labels).orElse(Map.of());
    }

    /** The object as it is or as it is to be. */
    private boolean matchesObject(MapNode selector) {
        MapNode old = request.old();
        return isEmpty(selector)
                || (request.object() != null && LabelSelectors.matches(selector, labels(request.written())))
                || (old != null && LabelSelectors.matches(selector, labels(old)));
    }

    private static boolean isEmpty(MapNode selector) {
        return selector.findMap("matchLabels").isEmpty()
                && selector.findList("matchExpressions").isEmpty();
    }

    private static Map<String, String> labels(MapNode object) {
        return object.findMap("metadata", "labels").strings();
    }

    /** A refusal for dry runs, which webhooks with side effects cannot take part in. */
    Optional<Status> unfitForDryRun(Node webhook) {
        String effects = webhook.findText("sideEffects");
        boolean fit = effects.equals("None") || effects.equals("NoneOnDryRun");
        return request.dryRun() && !fit
                ? Optional.of(new Status(
                        400,
                        "BadRequest",
                        "admission webhook \"" + webhook.findString("name") + "\" does not support dry run",
                        MapNode.EMPTY))
                : Optional.empty();
    }
}
