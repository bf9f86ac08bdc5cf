package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What containers may learn of their own pod and resources (pkg/apis/core/pods/helpers.go, pkg/fieldpath). */
final class DownwardFields {

    static final List<String> OF_ENVIRONMENT = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    static final List<String> OF_VOLUMES =
            List.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");

    private static final Set<String> CONVERTIBLE = Set.of(
            "metadata.annotations",
            "metadata.labels",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    private static final Pattern SUBSCRIPT = Pattern.compile("(?s)(.+?)\\['(.*)'\\]");

    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");
    private static final Set<String> CPU_DIVISORS = Set.of("1m", "1");
    private static final Set<String> BYTE_DIVISORS =
            Set.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");
    private static final String BYTE_TEXT =
            "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the ";

    private DownwardFields() {}

    static void field(Field reference, List<String> known) {
        Field path = reference.in("fieldPath");
        if (reference.in("apiVersion").isRequiredText() || path.isRequiredText()) {
            return;
        }
        String text = path.text();
        Matcher subscript = SUBSCRIPT.matcher(text);
        boolean subscripted = subscript.matches();
        String label = subscripted ? subscript.group(1) : text;
        if (!reference.text("apiVersion").equals("v1")) {
            path.invalid("error converting fieldPath: unsupported pod version: " + reference.text("apiVersion"));
        } else if (subscripted) {
            subscript(reference, path, label, subscript.group(2));
        } else if (!CONVERTIBLE.contains(label) && !label.equals("spec.host")) {
            path.invalid("error converting fieldPath: field label not supported: " + text);
        } else {
            String internal = label.equals("spec.host") ? "spec.nodeName" : label;
            if (!known.contains(internal)) {
                path.unsupported(internal, known);
            }
        }
    }

    private static void subscript(Field reference, Field path, String label, String key) {
        switch (label) {
            case "metadata.annotations" ->
                NameRules.labelKey(key.toLowerCase(Locale.ROOT))
                        .forEach(wrong -> reference.invalid(key.toLowerCase(Locale.ROOT), wrong));
            case "metadata.labels" -> NameRules.labelKey(key).forEach(wrong -> reference.invalid(key, wrong));
            default ->
                path.invalid("error converting fieldPath: field label does not support subscript: " + path.text());
        }
    }

    static void resource(Field reference, boolean inVolume) {
        String resource = reference.text("resource");
        if (inVolume && reference.text("containerName").isEmpty()) {
            reference.in("containerName").required("");
        } else if (resource.isEmpty()) {
            reference.in("resource").required("");
        } else if (!RESOURCES.contains(resource) && !isHugePages(resource)) {
            reference.in("resource").unsupported(resource, RESOURCES);
        }
        divisor(reference.in("divisor"), resource);
    }

    private static boolean isHugePages(String resource) {
        return resource.startsWith("requests.hugepages-") || resource.startsWith("limits.hugepages-");
    }

    private static void divisor(Field divisor, String resource) {
        Quantity quantity = Quantity.of(divisor.value()).orElse(Quantity.ZERO);
        if (quantity.isZero()) {
            return;
        }
        String text = quantity.toString();
        switch (resource) {
            case "limits.cpu", "requests.cpu" -> {
                if (!CPU_DIVISORS.contains(text)) {
                    divisor.invalid(resource, "only divisor's values 1m and 1 are supported with the cpu resource");
                }
            }
            case "limits.memory", "requests.memory" -> bytes(divisor, resource, text, "memory");
            case "limits.ephemeral-storage", "requests.ephemeral-storage" ->
                bytes(divisor, resource, text, "local ephemeral storage");
            default -> {
                if (isHugePages(resource)) {
                    bytes(divisor, resource, text, "hugepages");
                }
            }
        }
    }

    private static void bytes(Field divisor, String resource, String text, String name) {
        if (!BYTE_DIVISORS.contains(text)) {
            divisor.invalid(resource, BYTE_TEXT + name + " resource");
        }
    }
}
