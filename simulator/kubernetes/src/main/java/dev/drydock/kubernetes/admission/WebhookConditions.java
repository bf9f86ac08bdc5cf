package dev.drydock.kubernetes.admission;

import com.google.common.collect.MapMaker;
import dev.drydock.kubernetes.policy.CompiledPolicy;
import dev.drydock.kubernetes.policy.MatchConditions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/** The match conditions of webhooks (apiserver, admission/plugin/webhook/generic/webhook.go, ShouldCallHook). */
final class WebhookConditions {

    /** Compiled once for as long as the stored configuration lives. */
    private static final ConcurrentMap<Node, CompiledPolicy> COMPILED =
            new MapMaker().weakKeys().makeMap();

    private static final MatchConditions.Outcome UNCONDITIONAL = new MatchConditions.Outcome(true, "");

    private WebhookConditions() {}

    /** Whether a webhook wants to see a request that its rules are about; an error refuses the request. */
    static MatchConditions.Outcome ask(Node webhook, AdmissionRequest request) {
        if (webhook.findList("matchConditions").isEmpty()) {
            return UNCONDITIONAL;
        }
        CompiledPolicy conditions = COMPILED.computeIfAbsent(webhook, WebhookConditions::compiled);
        return MatchConditions.ask(conditions, PolicyInputs.of(request, request.resource(), Optional.empty()));
    }

    /** The conditions as those of a policy that has nothing else. */
    private static CompiledPolicy compiled(Node webhook) {
        MapNode spec = MapNode.of(
                "failurePolicy",
                webhook.findText("failurePolicy"),
                "matchConditions",
                webhook.findList("matchConditions"));
        return CompiledPolicy.of(MapNode.of("metadata", MapNode.of("name", webhook.findText("name")), "spec", spec));
    }
}
