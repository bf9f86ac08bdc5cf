package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Bindings of admission policies (admissionregistration/validation/validation.go). */
final class PolicyBindingRules implements KindRules {

    private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");
    private static final String EXCLUSIVE = "name and selector are mutually exclusive";

    private final boolean validating;

    PolicyBindingRules(boolean validating) {
        this.validating = validating;
    }

    @Override
    public FieldErrors validateCreate(MapNode binding) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = binding.findMap("spec");
        String policy = spec.findText("policyName");
        if (policy.isEmpty()) {
            errors.add(FieldError.required("spec.policyName", ""));
        } else {
            Check.all(errors, "spec.policyName", policy, NameRules.dnsSubdomain(policy));
        }
        if (Read.has(spec, "paramRef")) {
            paramRef(errors, spec.findMap("paramRef"), "spec.paramRef");
        }
        if (Read.has(spec, "matchResources")) {
            RequestRules.matched(errors, spec.findMap("matchResources"), "spec.matchResources");
        }
        if (validating) {
            actions(errors, spec);
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode binding, MapNode old) {
        return validateCreate(binding);
    }

    private static void paramRef(FieldErrors errors, MapNode reference, String path) {
        String name = reference.findText("name");
        boolean selects = Read.has(reference, "selector");
        if (!name.isEmpty()) {
            Check.all(errors, path + ".name", name, NameRules.pathSegment(name));
            if (selects) {
                errors.add(FieldError.forbidden(path + ".name", EXCLUSIVE));
            }
        }
        if (selects) {
            errors.addAll(LabelSelectors.validate(reference.findMap("selector"), path + ".selector"));
            if (!name.isEmpty()) {
                errors.add(FieldError.forbidden(path + ".selector", EXCLUSIVE));
            }
        }
        if (name.isEmpty() && !selects) {
            errors.add(FieldError.required(path, "one of name or selector must be specified"));
        }
        String action = reference.findText("parameterNotFoundAction");
        if (action.isEmpty()) {
            errors.add(FieldError.required(path + ".parameterNotFoundAction", ""));
        } else {
            Check.oneOf(errors, path + ".parameterNotFoundAction", action, List.of("Deny", "Allow"));
        }
    }

    private static void actions(FieldErrors errors, MapNode spec) {
        List<String> actions = spec.findList("validationActions").strings();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < actions.size(); i++) {
            String at = "spec.validationActions[" + i + "]";
            Check.oneOf(errors, at, actions.get(i), ACTIONS);
            if (!seen.add(actions.get(i))) {
                errors.add(FieldError.duplicate(at, actions.get(i)));
            }
        }
        if (seen.contains("Deny") && seen.contains("Warn")) {
            errors.add(FieldError.invalid(
                    "spec.validationActions",
                    spec.findList("validationActions"),
                    "must not contain both Deny and Warn (repeating the same validation failure information in the API"
                            + " response and headers serves no purpose)"));
        }
        if (seen.isEmpty()) {
            errors.add(FieldError.required("spec.validationActions", "at least one validation action is required"));
        }
    }
}
