package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;

/** Defaults of webhooks and admission policies (pkg/apis/admissionregistration/v1/defaults.go). */
final class AdmissionDefaults {

    private AdmissionDefaults() {}

    static MapNode validating(MapNode object) {
        return Fill.each(object, "webhooks", AdmissionDefaults::webhook);
    }

    static MapNode mutating(MapNode object) {
        return Fill.each(object, "webhooks", hook -> Fill.absent(webhook(hook), "reinvocationPolicy", "Never"));
    }

    private static MapNode webhook(MapNode hook) {
        MapNode filled = Fill.absent(hook, "failurePolicy", "Fail");
        filled = Fill.absent(filled, "matchPolicy", "Equivalent");
        filled = selectors(filled);
        filled = Fill.absent(filled, "timeoutSeconds", 10);
        filled = Fill.in(
                filled,
                "clientConfig",
                config -> Fill.in(config, "service", service -> Fill.absent(service, "port", 443)));
        return Fill.each(filled, "rules", AdmissionDefaults::scope);
    }

    private static MapNode selectors(MapNode matched) {
        MapNode filled = Fill.absent(matched, "namespaceSelector", MapNode.EMPTY);
        return Fill.absent(filled, "objectSelector", MapNode.EMPTY);
    }

    private static MapNode scope(MapNode rule) {
        return Fill.absent(rule, "scope", "*");
    }

    static MapNode policy(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.absent(spec, "failurePolicy", "Fail");
            return Fill.in(filled, "matchConstraints", AdmissionDefaults::matched);
        });
    }

    static MapNode binding(MapNode object) {
        return Fill.into(object, "spec", spec -> Fill.in(spec, "matchResources", AdmissionDefaults::matched));
    }

    private static MapNode matched(MapNode resources) {
        MapNode filled = selectors(Fill.absent(resources, "matchPolicy", "Equivalent"));
        filled = Fill.each(filled, "resourceRules", AdmissionDefaults::scope);
        return Fill.each(filled, "excludeResourceRules", AdmissionDefaults::scope);
    }
}
