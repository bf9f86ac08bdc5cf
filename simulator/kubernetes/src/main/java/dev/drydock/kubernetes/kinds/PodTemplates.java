package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Templates of pods: what every pod spec needs (pkg/apis/core/validation/validation.go, ValidatePodTemplateSpec). Names, images,
 * mounts and tolerations are checked.
 */
final class PodTemplates {

    private PodTemplates() {}

    /** The selector of a workload, and that it selects the workload's own pods. */
    static FieldErrors selector(MapNode object, String workload) {
        FieldErrors errors = new FieldErrors();
        MapNode selector = object.findMap("spec", "selector");
        boolean absent = object.find("spec", "selector") == null
                || java.util.Objects.requireNonNull(object.find("spec", "selector"))
                        .isNull();
        if (absent) {
            errors.add(FieldError.required("spec.selector", ""));
        } else {
            errors.addAll(LabelSelectors.validate(selector, "spec.selector"));
            if (selector.findMap("matchLabels").isEmpty()
                    && selector.findList("matchExpressions").isEmpty()) {
                errors.add(FieldError.invalid("spec.selector", selector, "empty selector is invalid for " + workload));
                return errors;
            }
        }
        MapNode labels = object.findMap("spec", "template", "metadata", "labels");
        if (absent || !LabelSelectors.matches(selector, labels.strings())) {
            Node shown = object.find("spec", "template", "metadata", "labels");
            errors.add(FieldError.invalid(
                    "spec.template.metadata.labels",
                    shown == null ? ScalarNode.NULL : shown,
                    "`selector` does not match template `labels`"));
        }
        return errors;
    }

    static FieldErrors validate(MapNode template, String path) {
        FieldErrors errors = new FieldErrors();
        LabelSelectors.labels(template.findMap("metadata", "labels").strings(), path + ".labels", errors);
        spec(template.findMap("spec"), path + ".spec", errors);
        return errors;
    }

    static void spec(MapNode spec, String path, FieldErrors errors) {
        Set<String> volumes = new HashSet<>();
        ListNode list = spec.findList("volumes");
        for (int i = 0; i < list.size(); i++) {
            String at = path + ".volumes[" + i + "].name";
            String name = list.get(i).findString("name");
            named(name, at, volumes, errors);
        }
        ListNode containers = spec.findList("containers");
        if (containers.isEmpty()) {
            errors.add(FieldError.required(path + ".containers", ""));
        }
        Set<String> names = new HashSet<>();
        containers(spec.findList("containers"), path + ".containers", volumes, names, errors);
        containers(spec.findList("initContainers"), path + ".initContainers", volumes, names, errors);
        ListNode tolerations = spec.findList("tolerations");
        for (int i = 0; i < tolerations.size(); i++) {
            toleration(tolerations.get(i), path + ".tolerations[" + i + "]", errors);
        }
    }

    private static void named(
            @org.jspecify.annotations.Nullable String name, String path, Set<String> names, FieldErrors errors) {
        if (name == null || name.isEmpty()) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        List<String> wrong = NameRules.dnsLabel(name);
        wrong.forEach(text -> errors.add(FieldError.invalid(path, name, text)));
        if (wrong.isEmpty() && !names.add(name)) {
            errors.add(FieldError.duplicate(path, name));
        }
    }

    private static void containers(
            ListNode containers, String path, Set<String> volumes, Set<String> names, FieldErrors errors) {
        for (int i = 0; i < containers.size(); i++) {
            Node container = containers.get(i);
            String at = path + "[" + i + "]";
            named(container.findString("name"), at + ".name", names, errors);
            String image = container.findString("image");
            if (image == null || image.isEmpty()) {
                errors.add(FieldError.required(at + ".image", ""));
            } else if (!image.strip().equals(image)) {
                errors.add(FieldError.invalid(at + ".image", image, "must not have leading or trailing whitespace"));
            }
            ListNode ports = container.findList("ports");
            for (int j = 0; j < ports.size(); j++) {
                Long port = ports.get(j).findLong("containerPort");
                if (port == null || port == 0) {
                    errors.add(FieldError.required(at + ".ports[" + j + "].containerPort", ""));
                }
            }
            ListNode variables = container.findList("env");
            for (int j = 0; j < variables.size(); j++) {
                String variable = variables.get(j).findString("name");
                if (variable == null || variable.isEmpty()) {
                    errors.add(FieldError.required(at + ".env[" + j + "].name", ""));
                }
            }
            mounts(container.findList("volumeMounts"), at + ".volumeMounts", volumes, errors);
        }
    }

    private static void mounts(ListNode mounts, String path, Set<String> volumes, FieldErrors errors) {
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < mounts.size(); i++) {
            String at = path + "[" + i + "]";
            String name = mounts.get(i).findString("name");
            if (name == null || name.isEmpty()) {
                errors.add(FieldError.required(at + ".name", ""));
            }
            if (!volumes.contains(name)) {
                errors.add(FieldError.notFound(at + ".name", name == null ? "" : name));
            }
            String mountPath = mounts.get(i).findString("mountPath");
            if (mountPath == null || mountPath.isEmpty()) {
                errors.add(FieldError.required(at + ".mountPath", ""));
            } else if (!paths.add(mountPath)) {
                errors.add(FieldError.invalid(at + ".mountPath", mountPath, "must be unique"));
            }
        }
    }

    private static void toleration(Node toleration, String path, FieldErrors errors) {
        String key = toleration.findString("key");
        String operator = toleration.findString("operator");
        boolean exists = "Exists".equals(operator);
        if (key != null && !key.isEmpty()) {
            NameRules.labelKey(key).forEach(text -> errors.add(FieldError.invalid(path + ".key", key, text)));
        } else if (!exists) {
            errors.add(FieldError.invalid(
                    path + ".operator",
                    operator == null ? "" : operator,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\""));
        }
        String value = toleration.findString("value");
        if (exists && value != null && !value.isEmpty()) {
            errors.add(FieldError.invalid(
                    path + ".operator",
                    toleration instanceof MapNode map ? map : MapNode.EMPTY,
                    "value must be empty when `operator` is 'Exists'"));
        }
    }
}
