package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.admission.WebhookAnswers.Allowed;
import dev.drydock.kubernetes.admission.WebhookAnswers.Answer;
import dev.drydock.kubernetes.admission.WebhookAnswers.Denied;
import dev.drydock.kubernetes.admission.WebhookAnswers.Failed;
import dev.drydock.kubernetes.admission.WebhookPlugin.NamedWebhook;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.policy.MatchConditions;
import dev.drydock.yaml.JsonPatch;
import dev.drydock.yaml.JsonPatchException;
import dev.drydock.yaml.JsonPatchOptions;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One request on its way from webhook to webhook. */
final class WebhookRound {

    private final boolean mutating;
    private final List<String> warnings = new ArrayList<>();
    private AdmissionRequest request;
    private String changedLast = "";

    WebhookRound(boolean mutating, AdmissionRequest request) {
        this.mutating = mutating;
        this.request = request;
    }

    boolean hasChanged() {
        return !changedLast.isEmpty();
    }

    /** Who changed the object last and so has seen it as it is. */
    Set<String> lastThatChanged() {
        return Set.of(changedLast);
    }

    AdmissionResult admitted() {
        return new AdmissionResult.Admitted(request.object(), warnings);
    }

    /** Asks each webhook that is concerned; the first refusal ends it. */
    Optional<AdmissionResult.Refused> ask(List<NamedWebhook> webhooks, Set<String> except) {
        for (NamedWebhook webhook : webhooks) {
            if (!except.contains(key(webhook)) && new WebhookRules(request).concern(webhook.webhook())) {
                Optional<Status> refusal = ask(webhook);
                if (refusal.isPresent()) {
                    return Optional.of(new AdmissionResult.Refused(refusal.get(), warnings, null));
                }
            }
        }
        return Optional.empty();
    }

    private static String key(NamedWebhook webhook) {
        return webhook.configuration() + "/" + webhook.name();
    }

    private Optional<Status> ask(NamedWebhook webhook) {
        MatchConditions.Outcome outcome = WebhookConditions.ask(webhook.webhook(), request);
        if (!outcome.error().isEmpty()) {
            return Optional.of(Forbidden.of(request.resource(), request.name(), outcome.error()));
        }
        if (!outcome.matches()) {
            return Optional.empty();
        }
        Optional<Status> unfit = new WebhookRules(request).unfitForDryRun(webhook.webhook());
        if (unfit.isPresent()) {
            return unfit;
        }
        Answer answer = request.cluster()
                .webhooks()
                .answer(webhook.configuration(), webhook.name(), request)
                .orElseGet(() -> new Failed(new WebhookCall(request.cluster(), webhook.webhook()).failure()));
        if (answer instanceof Failed failed) {
            return failed(webhook, failed.error());
        }
        if (answer instanceof Denied denied) {
            warnings.addAll(denied.warnings());
            return Optional.of(denied(webhook, denied));
        }
        Allowed allowed = (Allowed) answer;
        warnings.addAll(allowed.warnings());
        return mutating && !allowed.patch().isEmpty() ? patched(webhook, allowed.patch()) : Optional.empty();
    }

    private Optional<Status> patched(NamedWebhook webhook, ListNode patch) {
        try {
            Node changed = JsonPatch.apply(request.written(), patch, JsonPatchOptions.API_SERVER);
            if (changed instanceof MapNode object && !object.equals(request.written())) {
                request = request.withObject(object);
                changedLast = key(webhook);
            }
            return Optional.empty();
        } catch (JsonPatchException e) {
            return Optional.of(internal(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Status> failed(NamedWebhook webhook, String error) {
        if ("Ignore".equals(webhook.webhook().findString("failurePolicy"))) {
            return Optional.empty();
        }
        return Optional.of(
                internal("failed calling webhook \"" + webhook.name() + "\": failed to call webhook: " + error));
    }

    private static Status internal(String text) {
        MapNode details = MapNode.of("causes", ListNode.of(List.of(MapNode.of("message", text))));
        return new Status(500, "InternalError", "Internal error occurred: " + text, details);
    }

    /** Upstream {@code webhook/errors/statuserror.go}. */
    private static Status denied(NamedWebhook webhook, Denied denied) {
        String why = denied.message().isEmpty() ? denied.reason() : denied.message();
        return new Status(
                denied.code() < 400 ? 400 : denied.code(),
                denied.reason(),
                "admission webhook \"" + webhook.name() + "\" denied the request"
                        + (why.isEmpty() ? " without explanation" : ": " + why),
                MapNode.EMPTY);
    }
}
