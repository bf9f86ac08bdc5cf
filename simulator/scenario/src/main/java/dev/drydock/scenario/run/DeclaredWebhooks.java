package dev.drydock.scenario.run;

import dev.drydock.kubernetes.admission.AdmissionRequest;
import dev.drydock.kubernetes.admission.WebhookAnswers;
import dev.drydock.scenario.WebhookSpec;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks that answer as a scenario says. */
record DeclaredWebhooks(List<WebhookSpec> webhooks) implements WebhookAnswers {

    @Override
    public Optional<Answer> answer(String configuration, String webhook, AdmissionRequest request) {
        return webhooks.stream()
                .filter(spec -> spec.name().equals(webhook) && matters(spec.configuration(), configuration))
                .findFirst()
                .map(spec -> answer(spec, request));
    }

    private static Answer answer(WebhookSpec spec, AdmissionRequest request) {
        return spec.answers().stream()
                .filter(answer -> fits(answer.when(), request))
                .findFirst()
                .map(DeclaredWebhooks::answer)
                .orElseGet(() -> new Allowed(ListNode.EMPTY, List.of()));
    }

    private static Answer answer(WebhookSpec.Answer answer) {
        WebhookSpec.Deny deny = answer.deny();
        if (deny != null) {
            return new Denied(deny.code(), deny.reason(), deny.message(), answer.warnings());
        }
        String fails = answer.fails();
        return fails == null ? new Allowed(answer.patch(), answer.warnings()) : new Failed(fails);
    }

    private static boolean fits(WebhookSpec.When when, AdmissionRequest request) {
        MapNode object =
                request.object() == null ? Objects.requireNonNullElse(request.old(), MapNode.EMPTY) : request.object();
        return (when.operations().isEmpty()
                        || when.operations().contains(request.operation().name()))
                && matters(when.kind(), request.kind().kind())
                && matters(when.namespace(), request.namespace())
                && matters(when.name(), request.name())
                && matters(when.user(), request.user().name())
                && (when.object() == null
                        || Subset.differences(when.object(), object).isEmpty());
    }

    private static boolean matters(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }
}
