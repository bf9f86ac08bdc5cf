package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.admission.Policies.Bound;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.policy.PolicyInput;
import dev.drydock.kubernetes.policy.ValidatingPolicy;
import dev.drydock.kubernetes.policy.Verdict;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the validating policies that are bound; the first denial is the answer (apiserver, policy/validating/dispatcher.go). */
final class ValidatingPolicyPlugin extends PhasePlugin {

    private static final Policies POLICIES =
            new Policies("validatingadmissionpolicies", "validatingadmissionpolicybindings");

    ValidatingPolicyPlugin() {
        super(false, "ValidatingAdmissionPolicy");
    }

    private record Denied(String policy, String binding, String message, String reason) {

        String text() {
            String bound = binding.isEmpty() ? "" : " with binding '" + binding + "'";
            return "ValidatingAdmissionPolicy '" + policy + "'" + bound + " denied request: " + message;
        }
    }

    @Override
    AdmissionResult answer(AdmissionRequest request) {
        if (WebhookRules.isExempt(request)) {
            return AdmissionResult.unchanged(request);
        }
        WebhookRules rules = new WebhookRules(request);
        List<Denied> denied = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Bound bound : POLICIES.concerning(request, rules)) {
            ask(request, rules, bound, denied, warnings);
        }
        return denied.isEmpty()
                ? AdmissionResult.warned(request, warnings)
                : new AdmissionResult.Refused(refusal(request, denied.get(0)), warnings, null);
    }

    private static void ask(
            AdmissionRequest request, WebhookRules rules, Bound bound, List<Denied> denied, List<String> warnings) {
        @Nullable ApiResource paramResource;
        try {
            paramResource = PolicyParams.resource(request.cluster(), bound.policy());
        } catch (PolicyParams.Misconfigured e) {
            if (bound.failing()) {
                denied.add(new Denied(bound.name(), "", "failed to configure policy: " + e.getMessage(), ""));
            }
            return;
        }
        GroupVersionResource matched = rules.named(bound.policy().findMap("spec", "matchConstraints"));
        for (MapNode binding : bound.bindings()) {
            if (!rules.match(binding.findMap("spec", "matchResources"))) {
                continue;
            }
            String name = binding.findText("metadata", "name");
            try {
                for (Optional<MapNode> params : PolicyParams.collect(request, paramResource, binding)) {
                    PolicyInput input = PolicyInputs.of(request, matched, params);
                    note(bound, binding, ValidatingPolicy.judge(bound.compiled(), input), denied, warnings);
                }
            } catch (PolicyParams.Misconfigured e) {
                if (bound.failing()) {
                    denied.add(new Denied(bound.name(), name, "failed to configure binding: " + e.getMessage(), ""));
                }
            }
        }
    }

    private static void note(
            Bound bound, MapNode binding, Verdict verdict, List<Denied> denied, List<String> warnings) {
        String name = binding.findText("metadata", "name");
        List<String> actions = binding.findList("spec", "validationActions").strings();
        for (Verdict.Denial denial : verdict.denials()) {
            if (actions.contains("Deny")) {
                denied.add(new Denied(bound.name(), name, denial.message(), denial.reason()));
            }
            if (actions.contains("Warn")) {
                warnings.add("Validation failed for ValidatingAdmissionPolicy '" + bound.name() + "' with binding '"
                        + name + "': " + denial.message());
            }
        }
        verdict.annotationErrors().forEach(error -> denied.add(new Denied(bound.name(), name, error, "")));
    }

    private static Status refusal(AdmissionRequest request, Denied denied) {
        String name = request.name().isEmpty() ? "Unknown" : request.name();
        Status forbidden = Forbidden.of(request.resource(), name, denied.text());
        String reason = denied.reason.isEmpty() ? "Invalid" : denied.reason;
        int code = switch (reason) {
            case "Forbidden" -> 403;
            case "Unauthorized" -> 401;
            case "RequestEntityTooLarge" -> 413;
            default -> 422;
        };
        MapNode details = Objects.requireNonNull(forbidden.details())
                .with("causes", ListNode.of(List.of(MapNode.of("message", denied.text()))));
        return new Status(code, reason, forbidden.message(), details);
    }
}
