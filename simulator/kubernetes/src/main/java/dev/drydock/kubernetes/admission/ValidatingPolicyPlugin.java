package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.policy.PolicyInput;
import dev.drydock.kubernetes.policy.ValidatingPolicy;
import dev.drydock.kubernetes.policy.Verdict;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
        List<Denied> denied = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (PolicyInvocation invocation : PolicyInvocation.of(request, POLICIES)) {
            if (invocation instanceof PolicyInvocation.Run run) {
                PolicyInput input = PolicyInputs.of(request, run.matched(), run.params());
                note(run, ValidatingPolicy.judge(run.bound().compiled(), input), denied, warnings);
            } else if (invocation instanceof PolicyInvocation.Misconfigured wrong) {
                denied.add(new Denied(wrong.bound().name(), wrong.binding(), wrong.message(), ""));
            }
        }
        return denied.isEmpty()
                ? AdmissionResult.warned(request, warnings)
                : new AdmissionResult.Refused(refusal(request, denied.get(0)), warnings, null);
    }

    private static void note(PolicyInvocation.Run run, Verdict verdict, List<Denied> denied, List<String> warnings) {
        String policy = run.bound().name();
        String name = run.bindingName();
        List<String> actions =
                run.binding().findList("spec", "validationActions").strings();
        for (Verdict.Denial denial : verdict.denials()) {
            if (actions.contains("Deny")) {
                denied.add(new Denied(policy, name, denial.message(), denial.reason()));
            }
            if (actions.contains("Warn")) {
                warnings.add("Validation failed for ValidatingAdmissionPolicy '" + policy + "' with binding '" + name
                        + "': " + denial.message());
            }
        }
        verdict.annotationErrors().forEach(error -> denied.add(new Denied(policy, name, error, "")));
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
