package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mutating and validating webhook configurations (upstream
 * {@code pkg/apis/admissionregistration/validation/validation.go}).
 */
final class WebhookConfigurationRules implements KindRules {

    private static final String URL_FORM = "; desired format: https://host[/path]";
    private static final List<String> REVIEWS = List.of("v1", "v1beta1");

    @Override
    public FieldErrors validateCreate(MapNode configuration) {
        FieldErrors errors = new FieldErrors();
        Set<String> names = new HashSet<>();
        Read.each(configuration, "webhooks", "", (webhook, path) -> {
            webhook(errors, webhook, path);
            String name = webhook.findText("name");
            if (!name.isEmpty() && !names.add(name)) {
                errors.add(FieldError.duplicate(path + ".name", name));
            }
            reviewVersions(errors, webhook, path + ".admissionReviewVersions");
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
            url(errors, client.findText("url"), path + ".url");
        } else {
            service(errors, client.findMap("service"), path + ".service");
        }
    }

    private static void url(FieldErrors errors, String text, String path) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            errors.add(FieldError.required(path, "url must be a valid URL: " + e.getMessage() + URL_FORM));
            return;
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme();
        if (!scheme.equals("https")) {
            errors.add(FieldError.invalid(path, scheme, "'https' is the only allowed URL scheme" + URL_FORM));
        }
        if (url.getHost() == null) {
            errors.add(FieldError.invalid(path, "", "host must be specified" + URL_FORM));
        }
        if (url.getUserInfo() != null) {
            errors.add(FieldError.invalid(path, url.getUserInfo(), "user information is not permitted in the URL"));
        }
        if (url.getFragment() != null) {
            errors.add(FieldError.invalid(path, url.getFragment(), "fragments are not permitted in the URL"));
        }
        if (url.getQuery() != null) {
            errors.add(FieldError.invalid(path, url.getQuery(), "query parameters are not permitted in the URL"));
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
        String urlPath = service.findText("path");
        if (!urlPath.isEmpty() && !urlPath.startsWith("/")) {
            errors.add(FieldError.invalid(path + ".path", urlPath, "must start with a '/'"));
        }
    }

    private static void reviewVersions(FieldErrors errors, MapNode webhook, String path) {
        List<String> versions = webhook.findList("admissionReviewVersions").strings();
        if (versions.isEmpty()) {
            errors.add(FieldError.required(path, "must specify one of v1, v1beta1"));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            if (!seen.add(versions.get(i))) {
                errors.add(FieldError.invalid(path + "[" + i + "]", versions.get(i), "duplicate version"));
            }
        }
        if (versions.stream().noneMatch(REVIEWS::contains)) {
            errors.add(FieldError.invalid(
                    path, webhook.findList("admissionReviewVersions"), "must include at least one of v1, v1beta1"));
        }
    }
}
