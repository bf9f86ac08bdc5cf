package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.WebhookTargets;
import dev.drydock.yaml.Node;

/** Where a conversion webhook is called (apiserver, pkg/util/webhook/validation.go). */
final class WebhookClientRules {

    private WebhookClientRules() {}

    static void check(Node client, String path, FieldErrors errors) {
        boolean hasUrl = Parts.has(client, "url");
        if (hasUrl == Parts.has(client, "service")) {
            errors.add(FieldError.required(path, "exactly one of url or service is required"));
        } else if (hasUrl) {
            WebhookTargets.url(client.findText("url"), path + ".url", errors);
        } else {
            service(client.findMap("service"), path + ".service", errors);
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
        WebhookTargets.path(service.findText("path"), path + ".path", errors);
    }
}
