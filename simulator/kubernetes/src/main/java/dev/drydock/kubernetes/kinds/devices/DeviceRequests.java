package dev.drydock.kubernetes.kinds.devices;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a claim asks for (validateDeviceClaim). */
final class DeviceRequests {

    static final int MOST = 32;
    private static final int MOST_ALTERNATIVES = 8;
    private static final int LONGEST_EXPRESSION = 10 * 1024;
    private static final String ONE = "exactly one of `exactly` or `firstAvailable` is required";
    private static final String REFERENCE =
            "must be the name of a request in the claim or the name of a request and a subrequest separated by '/'";

    private DeviceRequests() {}

    static void check(Field devices) {
        Set<String> names = names(devices);
        DeviceForms.set(devices.in("requests"), MOST, DeviceRequests::request, request -> request.text("name"));
        DeviceForms.list(devices.in("constraints"), MOST, constraint -> constraint(constraint, names));
        DeviceForms.list(devices.in("config"), MOST, config -> {
            references(config.in("requests"), names);
            DeviceForms.configuration(config);
        });
    }

    /** The names of requests, and those of their alternatives behind a slash. */
    private static Set<String> names(Field devices) {
        Set<String> names = new HashSet<>();
        for (Field request : devices.items("requests")) {
            names.add(request.text("name"));
            for (Field alternative : request.items("firstAvailable")) {
                names.add(request.text("name") + "/" + alternative.text("name"));
            }
        }
        return names;
    }

    private static void request(Field request) {
        DeviceForms.label(request.in("name"));
        boolean hasAlternatives = request.size("firstAvailable") > 0;
        boolean hasOne = request.has("exactly");
        if (!hasAlternatives && !hasOne) {
            request.required(ONE);
        } else if (hasAlternatives && hasOne) {
            request.invalid(ScalarNode.NULL, ONE + ", but multiple fields are set");
        } else if (hasOne) {
            exact(request.in("exactly"));
        } else {
            DeviceForms.set(
                    request.in("firstAvailable"),
                    MOST_ALTERNATIVES,
                    alternative -> {
                        DeviceForms.label(alternative.in("name"));
                        exact(alternative);
                    },
                    alternative -> alternative.text("name"));
        }
    }

    private static void exact(Field request) {
        DeviceForms.requiredSubdomain(request.in("deviceClassName"));
        selectors(request.in("selectors"));
        String mode = request.text("allocationMode");
        long count = request.number("count");
        switch (mode) {
            case "All" -> {
                if (count != 0) {
                    request.in("count").invalid("must not be specified when allocationMode is 'All'");
                }
            }
            case "ExactCount" -> {
                if (count <= 0) {
                    request.in("count").invalid(count, "must be greater than zero");
                }
            }
            default -> request.in("allocationMode").unsupported(mode, List.of("All", "ExactCount"));
        }
        request.items("tolerations").forEach(DeviceRequests::toleration);
    }

    static void selectors(Field selectors) {
        DeviceForms.list(selectors, MOST, selector -> {
            Field cel = selector.in("cel");
            if (!cel.isSet()) {
                cel.required("");
                return;
            }
            Field expression = cel.in("expression");
            int bytes = expression.text().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_EXPRESSION) {
                expression.add(FieldError.tooLong(expression.path(), LONGEST_EXPRESSION));
                return;
            }
            String wrong = DeviceExpressions.wrongWith(expression.text());
            if (!wrong.isEmpty()) {
                expression.invalid(expression.text(), wrong);
            }
        });
    }

    private static void toleration(Field toleration) {
        Field key = toleration.in("key");
        if (!key.text().isEmpty()) {
            key.invalid(NameRules.labelKey(key.text()));
        }
        Field value = toleration.in("value");
        switch (toleration.text("operator")) {
            case "Exists" -> {
                if (!value.text().isEmpty()) {
                    value.invalid("must be empty for operator `Exists`");
                }
            }
            case "Equal" -> value.invalid(NameRules.labelValue(value.text()));
            case "" -> toleration.in("operator").required("");
            default -> toleration.in("operator").unsupported(toleration.text("operator"), List.of("Equal", "Exists"));
        }
        if (!toleration.text("effect").isEmpty()) {
            toleration.in("effect").oneOf(DeviceForms.EFFECTS);
        }
    }

    private static void constraint(Field constraint, Set<String> names) {
        references(constraint.in("requests"), names);
        if (constraint.has("matchAttribute")) {
            DeviceForms.fullyQualified(constraint.in("matchAttribute"));
        } else if (constraint.has("distinctAttribute")) {
            DeviceForms.fullyQualified(constraint.in("distinctAttribute"));
        } else {
            constraint.required("exactly one of \"matchAttribute\" or \"distinctAttribute\" is required, but multiple"
                    + " fields are set");
        }
    }

    private static void references(Field requests, Set<String> names) {
        DeviceForms.set(requests, MOST, name -> reference(name, names), Field::text);
    }

    private static void reference(Field name, Set<String> names) {
        String[] parts = name.text().split("/", -1);
        if (parts.length > 2) {
            name.invalid(REFERENCE);
            return;
        }
        for (String part : parts) {
            NameRules.dnsLabel(part).forEach(text -> name.invalid(part, text));
        }
        if (!names.contains(name.text())) {
            name.invalid(REFERENCE);
        }
    }
}
