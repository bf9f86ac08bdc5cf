package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * Calls webhooks: in the order of their configurations' names, then of the list. Nothing outside of the cluster answers here,
 * so that a call fails and the webhook's failure policy decides.
 */
final class WebhookPlugin extends PhasePlugin {

    private final GroupVersionResource configurations;

    private WebhookPlugin(boolean mutating, String name, String resource) {
        super(mutating, name);
        this.configurations = new GroupVersionResource("admissionregistration.k8s.io", "v1", resource);
    }

    static WebhookPlugin mutating() {
        return new WebhookPlugin(true, "MutatingAdmissionWebhook", "mutatingwebhookconfigurations");
    }

    static WebhookPlugin validating() {
        return new WebhookPlugin(false, "ValidatingAdmissionWebhook", "validatingwebhookconfigurations");
    }

    @Override
    AdmissionResult answer(AdmissionRequest request) {
        if (WebhookRules.isExempt(request)) {
            return AdmissionResult.unchanged(request);
        }
        WebhookRules rules = new WebhookRules(request);
        for (MapNode configuration : request.cluster().list(configurations, "")) {
            for (Node webhook : configuration.findList("webhooks")) {
                Optional<Status> refusal = rules.concern(webhook) ? refusal(request, rules, webhook) : Optional.empty();
                if (refusal.isPresent()) {
                    return AdmissionResult.refused(refusal.get());
                }
            }
        }
        return AdmissionResult.unchanged(request);
    }

    private static Optional<Status> refusal(AdmissionRequest request, WebhookRules rules, Node webhook) {
        Optional<Status> unfit = rules.unfitForDryRun(webhook);
        if (unfit.isPresent()) {
            return unfit;
        }
        String failure = new WebhookCall(request.cluster(), webhook).failure();
        if ("Ignore".equals(webhook.findString("failurePolicy"))) {
            return Optional.empty();
        }
        String text =
                "failed calling webhook \"" + webhook.findString("name") + "\": failed to call webhook: " + failure;
        MapNode details = MapNode.of("causes", ListNode.of(List.of(MapNode.of("message", text))));
        return Optional.of(new Status(500, "InternalError", "Internal error occurred: " + text, details));
    }
}
