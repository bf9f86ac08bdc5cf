package dev.drydock.kubernetes.validation;

import dev.drydock.cel.kubernetes.GoUrl;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/** Where webhooks are called, as definitions and admission configurations may say it (apiserver, pkg/util/webhook/validation.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WebhookTargets {

    private static final String FORM = "; desired format: https://host[/path]";

    private WebhookTargets() {}

    /** Reports what is wrong with the URL of a webhook. */
    public static void url(String text, String path, FieldErrors errors) {
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

    /** Reports what is wrong with the path below the service of a webhook; an empty one is none. */
    public static void path(String value, String path, FieldErrors errors) {
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
