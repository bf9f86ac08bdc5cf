package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls webhooks: in the order of their configurations' names, then of the list, and those that want it once more when a later
 * one changed the object (upstream {@code apiserver/pkg/admission/plugin/webhook/mutating/dispatcher.go}).
 */
final class WebhookPlugin extends PhasePlugin {

    private final GroupVersionResource configurations;
    private final boolean mutating;

    private WebhookPlugin(boolean mutating, String name, String resource) {
        super(mutating, name);
        this.mutating = mutating;
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
        WebhookRound round = new WebhookRound(mutating, request);
        Optional<AdmissionResult.Refused> refused = round.ask(webhooks(request), Set.of());
        if (refused.isEmpty() && round.hasChanged()) {
            refused = round.ask(reinvoked(request), round.lastThatChanged());
        }
        return refused.isPresent() ? refused.get() : round.admitted();
    }

    private List<NamedWebhook> webhooks(AdmissionRequest request) {
        List<NamedWebhook> webhooks = new ArrayList<>();
        for (MapNode configuration : request.cluster().list(configurations, "")) {
            String name = configuration.findText("metadata", "name");
            configuration.findList("webhooks").forEach(webhook -> webhooks.add(new NamedWebhook(name, webhook)));
        }
        return webhooks;
    }

    /** Who wants to see the object again after others changed it. */
    private List<NamedWebhook> reinvoked(AdmissionRequest request) {
        return webhooks(request).stream()
                .filter(named -> named.webhook().findText("reinvocationPolicy").equals("IfNeeded"))
                .toList();
    }

    /**
     * A webhook of a configuration.
     *
     * @param configuration name of the configuration
     */
    record NamedWebhook(String configuration, Node webhook) {

        String name() {
            return webhook.findText("name");
        }
    }
}
