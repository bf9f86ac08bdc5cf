package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.CaBundles;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How objects change versions (validation.go, validateCustomResourceConversion). */
final class ConversionRules {

    private static final String PATH = "spec.conversion";
    private static final List<String> REVIEWS = List.of("v1", "v1beta1");
    private static final String NOT_WEBHOOK = "should not be set when strategy is not set to Webhook";

    private ConversionRules() {}

    static void check(MapNode spec, DefinitionOptions options, FieldErrors errors) {
        if (!(spec.get("conversion") instanceof MapNode conversion)) {
            return;
        }
        String strategy = conversion.findText("strategy");
        if (!strategy.equals("None") && spec.isTrue("preserveUnknownFields")) {
            errors.add(FieldError.invalid(
                    PATH + ".strategy", strategy, "must be None if spec.preserveUnknownFields is true"));
        }
        DefinitionSpecRules.oneOf(strategy, PATH + ".strategy", List.of("None", "Webhook"), errors);
        ListNode reviews = conversion.findList("conversionReviewVersions");
        boolean hasClient = Parts.has(conversion, "webhookClientConfig");
        if (strategy.equals("Webhook")) {
            if (hasClient) {
                Node client = conversion.findMap("webhookClientConfig");
                WebhookClientRules.check(client, PATH + ".webhookClientConfig", errors);
                bundle(client, options, errors);
            } else {
                errors.add(
                        FieldError.required(PATH + ".webhookClientConfig", "required when strategy is set to Webhook"));
            }
            reviewVersions(reviews, options, errors);
            return;
        }
        if (hasClient) {
            errors.add(FieldError.forbidden(PATH + ".webhookClientConfig", NOT_WEBHOOK));
        }
        if (!reviews.isEmpty()) {
            errors.add(FieldError.forbidden(PATH + ".conversionReviewVersions", NOT_WEBHOOK));
        }
    }

    private static void reviewVersions(ListNode reviews, DefinitionOptions options, FieldErrors errors) {
        String path = PATH + ".conversionReviewVersions";
        List<String> names = reviews.strings();
        if (names.isEmpty()) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!seen.add(name)) {
                errors.add(FieldError.invalid(Paths.index(path, i), name, "duplicate version"));
                continue;
            }
            for (String wrong : NameRules.dns1035Label(name)) {
                errors.add(FieldError.invalid(Paths.index(path, i), name, wrong));
            }
        }
        if (options.reviewVersions() && names.stream().noneMatch(REVIEWS::contains)) {
            errors.add(FieldError.invalid(path, reviews, "must include at least one of " + String.join(", ", REVIEWS)));
        }
    }

    private static void bundle(Node client, DefinitionOptions options, FieldErrors errors) {
        String bundle = client.findText("caBundle");
        String problem = bundle.isEmpty() || !options.validBundle() ? null : CaBundles.problem(bundle);
        if (problem != null) {
            errors.add(FieldError.invalid(PATH + ".webhookClientConfig.caBundle", bundle, problem));
        }
    }

    /** Whether a conversion has certificates that cannot be read. */
    static boolean hasBadBundle(Node conversion) {
        String bundle = conversion.findMap("webhookClientConfig").findText("caBundle");
        return !bundle.isEmpty() && CaBundles.problem(bundle) != null;
    }

    /** Whether a conversion names a version of ConversionReview that the server speaks, or none. */
    static boolean hasKnownReviewVersion(Node conversion) {
        List<String> names = conversion.findList("conversionReviewVersions").strings();
        return names.isEmpty() || names.stream().anyMatch(REVIEWS::contains);
    }
}
