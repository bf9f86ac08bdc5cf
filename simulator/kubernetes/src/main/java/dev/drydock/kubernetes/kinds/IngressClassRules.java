package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** IngressClasses (upstream {@code pkg/apis/networking/validation/validation.go}). */
final class IngressClassRules implements KindRules {

    private static final int LONGEST_CONTROLLER = 250;

    @Override
    public MapNode defaults(MapNode ingressClass) {
        return ingressClass.find("spec", "parameters") instanceof MapNode parameters && !Read.has(parameters, "scope")
                ? ingressClass.with(List.of("spec", "parameters", "scope"), "Cluster")
                : ingressClass;
    }

    @Override
    public FieldErrors validateCreate(MapNode ingressClass) {
        return validate(ingressClass, new FieldErrors());
    }

    @Override
    public FieldErrors validateUpdate(MapNode ingressClass, MapNode old) {
        FieldErrors errors = new FieldErrors();
        String controller = ingressClass.findText("spec", "controller");
        if (!controller.equals(old.findText("spec", "controller"))) {
            errors.add(FieldError.invalid("spec.controller", controller, Check.IMMUTABLE));
        }
        return validate(ingressClass, errors);
    }

    private static FieldErrors validate(MapNode ingressClass, FieldErrors errors) {
        String controller = ingressClass.findText("spec", "controller");
        if (controller.length() > LONGEST_CONTROLLER) {
            errors.add(FieldError.tooLong("spec.controller", LONGEST_CONTROLLER));
        }
        Check.domainPrefixedPath(errors, "spec.controller", controller);
        if (ingressClass.find("spec", "parameters") instanceof MapNode parameters) {
            parameters(errors, parameters, "spec.parameters");
        }
        return errors;
    }

    private static void parameters(FieldErrors errors, MapNode parameters, String path) {
        IngressRules.reference(errors, parameters, path);
        if (!Read.has(parameters, "scope")) {
            errors.add(FieldError.required(path + ".scope", ""));
            return;
        }
        String scope = parameters.findText("scope");
        boolean hasNamespace = Read.has(parameters, "namespace");
        Check.oneOf(errors, path + ".scope", scope, List.of("Cluster", "Namespace"));
        if (scope.equals("Namespace")) {
            String namespace = parameters.findText("namespace");
            if (!hasNamespace) {
                errors.add(FieldError.required(path + ".namespace", "`parameters.scope` is set to 'Namespace'"));
            } else {
                Check.all(errors, path + ".namespace", namespace, NameRules.dnsLabel(namespace));
            }
        } else if (scope.equals("Cluster") && hasNamespace) {
            errors.add(FieldError.forbidden(path + ".namespace", "`parameters.scope` is set to 'Cluster'"));
        }
    }
}
