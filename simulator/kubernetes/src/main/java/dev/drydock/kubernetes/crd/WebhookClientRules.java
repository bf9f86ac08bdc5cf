package dev.drydock.kubernetes.crd;

import dev.drydock.cel.kubernetes.GoUrl;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.Node;
import java.util.Arrays;
import java.util.List;

/** Where a conversion webhook is called (apiserver, pkg/util/webhook/validation.go). */
final class WebhookClientRules {

    private static final String FORM = "; desired format: https://host[/path]";

    private WebhookClientRules() {}

    static void check(Node client, String path, FieldErrors errors) {
        boolean hasUrl = Parts.has(client, "url");
        if (hasUrl == Parts.has(client, "service")) {
            errors.add(FieldError.required(path, "exactly one of url or service is required"));
        } else if (hasUrl) {
            url(client.findText("url"), path + ".url", errors);
        } else {
            service(client.findMap("service"), path + ".service", errors);
        }
    }

    private static void url(String text, String path, FieldErrors errors) {
        GoUrl url;
        try {
            url = GoUrl.parse(text);
        } catch (IllegalArgumentException e) {
            errors.add(FieldError.required(path, "url must be a valid URL: " + e.getMessage() + FORM));
            return;
        }
        if (!url.scheme().equals("https")) {
            errors.add(FieldError.invalid(path, url.scheme(), "'https' is the only allowed URL scheme" + FORM));
        }
        if (url.host().isEmpty()) {
            errors.add(FieldError.invalid(path, "", "host must be specified" + FORM));
        }
        part(url.user(), "user information is not permitted in the URL", path, errors);
        int fragment = text.indexOf('#');
        part(fragment < 0 ? "" : text.substring(fragment + 1), "fragments are not permitted in the URL", path, errors);
        part(url.query(), "query parameters are not permitted in the URL", path, errors);
    }

    private static void part(String part, String wrong, String path, FieldErrors errors) {
        if (!part.isEmpty()) {
            errors.add(FieldError.invalid(path, part, wrong));
        }
    }

    /** The server calls this with namespace and name swapped, so an absent one is blamed on the other. */
    private static void service(Node service, String path, FieldErrors errors) {
        if (service.findText("namespace").isEmpty()) {
            errors.add(FieldError.required(path + ".name", ""));
        }
        if (service.findText("name").isEmpty()) {
            errors.add(FieldError.required(path + ".namespace", ""));
        }
        Long port = service.findLong("port");
        if (port != null && (port < 1 || port > 65535)) {
            errors.add(FieldError.invalid(
                    path + ".port", port, "port is not valid: must be between 1 and 65535, inclusive"));
        }
        path(service.findText("path"), path + ".path", errors);
    }

    private static void path(String value, String path, FieldErrors errors) {
        if (value.isEmpty() || value.equals("/")) {
            return;
        }
        if (value.equals("//")) {
            errors.add(FieldError.invalid(path, value, "segment[0] may not be empty"));
            return;
        }
        if (!value.startsWith("/")) {
            errors.add(FieldError.invalid(path, value, "must start with a '/'"));
        }
        String rest = value.substring(1);
        String checked = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        List<String> steps = Arrays.asList(checked.split("/", -1));
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isEmpty()) {
                errors.add(FieldError.invalid(path, value, "segment[" + i + "] may not be empty"));
                continue;
            }
            for (String wrong : NameRules.dnsSubdomain(steps.get(i))) {
                errors.add(FieldError.invalid(path, value, "segment[" + i + "]: " + wrong));
            }
        }
    }
}
