package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.WebhookTargets;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mutating and validating webhook configurations (upstream
 * {@code pkg/apis/admissionregistration/validation/validation.go}).
 */
final class WebhookConfigurationRules implements KindRules {

    private static final List<String> REVIEWS = List.of("v1", "v1beta1");

    @Override
    public FieldErrors validateCreate(MapNode configuration) {
        FieldErrors errors = new FieldErrors();
        Set<String> names = new HashSet<>();
        Read.each(configuration, "webhooks", "", (webhook, path) -> {
            webhook(errors, webhook, path);
            reviewVersions(errors, webhook, path + ".admissionReviewVersions");
            String name = webhook.findText("name");
            if (!name.isEmpty() && !names.add(name)) {
                errors.add(FieldError.duplicate(path + ".name", name));
            }
        });
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode configuration, MapNode old) {
        return validateCreate(configuration);
    }

    private static void webhook(FieldErrors errors, MapNode webhook, String path) {
        name(errors, webhook.findText("name"), path + ".name");
        Read.each(webhook, "rules", path, (rule, at) -> RequestRules.rule(errors, rule, at));
        oneOf(errors, webhook, path, "failurePolicy", List.of("Fail", "Ignore"));
        oneOf(errors, webhook, path, "matchPolicy", List.of("Equivalent", "Exact"));
        if (!Read.has(webhook, "sideEffects")) {
            errors.add(FieldError.required(path + ".sideEffects", "must specify one of None, NoneOnDryRun"));
        }
        oneOf(errors, webhook, path, "sideEffects", List.of("None", "NoneOnDryRun"));
        long seconds = Read.number(webhook, 10, "timeoutSeconds");
        if (seconds < 1 || seconds > 30) {
            errors.add(FieldError.invalid(
                    path + ".timeoutSeconds", seconds, "the timeout value must be between 1 and 30 seconds"));
        }
        for (String selector : List.of("namespaceSelector", "objectSelector")) {
            errors.addAll(LabelSelectors.validate(webhook.findMap(selector), path + "." + selector));
        }
        oneOf(errors, webhook, path, "reinvocationPolicy", List.of("IfNeeded", "Never"));
        client(errors, webhook.findMap("clientConfig"), path + ".clientConfig");
        PolicyParts.conditions(errors, webhook, path);
    }

    private static void name(FieldErrors errors, String name, String path) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        List<String> wrong = NameRules.dnsSubdomain(name);
        Check.all(errors, path, name, wrong);
        if (wrong.isEmpty() && name.split("\\.", -1).length < 3) {
            errors.add(FieldError.invalid(
                    path, name, "should be a domain with at least three segments separated by dots"));
        }
    }

    private static void oneOf(FieldErrors errors, MapNode webhook, String path, String field, List<String> known) {
        if (Read.has(webhook, field)) {
            Check.oneOf(errors, path + "." + field, webhook.findText(field), known);
        }
    }

    private static void client(FieldErrors errors, MapNode client, String path) {
        boolean hasUrl = Read.has(client, "url");
        boolean hasService = Read.has(client, "service");
        if (hasUrl == hasService) {
            errors.add(FieldError.required(path, "exactly one of url or service is required"));
        } else if (hasUrl) {
            WebhookTargets.url(client.findText("url"), path + ".url", errors);
        } else {
            service(errors, client.findMap("service"), path + ".service");
        }
    }

    private static void service(FieldErrors errors, MapNode service, String path) {
        if (service.findText("name").isEmpty()) {
            errors.add(FieldError.required(path + ".name", "service name is required"));
        }
        if (service.findText("namespace").isEmpty()) {
            errors.add(FieldError.required(path + ".namespace", "service namespace is required"));
        }
        long port = Read.number(service, 443, "port");
        if (port < 1 || port > 65535) {
            errors.add(FieldError.invalid(
                    path + ".port", port, "port is not valid: must be between 1 and 65535, inclusive"));
        }
        WebhookTargets.path(service.findText("path"), path + ".path", errors);
    }

    private static void reviewVersions(FieldErrors errors, MapNode webhook, String path) {
        List<String> versions = webhook.findList("admissionReviewVersions").strings();
        if (versions.isEmpty()) {
            errors.add(FieldError.required(path, "must specify one of v1, v1beta1"));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            String at = path + "[" + i + "]";
            if (!seen.add(versions.get(i))) {
                errors.add(FieldError.invalid(at, versions.get(i), "duplicate version"));
            } else {
                Check.all(errors, at, versions.get(i), NameRules.dns1035Label(versions.get(i)));
            }
        }
        if (versions.stream().noneMatch(REVIEWS::contains)) {
            errors.add(FieldError.invalid(
                    path, webhook.findList("admissionReviewVersions"), "must include at least one of v1, v1beta1"));
        }
    }
}
