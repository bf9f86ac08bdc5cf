package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PodTemplateRules;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** What the kinds that make pods from a template have in common (pkg/apis/apps/validation/validation.go). */
final class Workloads {

    private static final String MISMATCH = "`selector` does not match template `labels`";
    private static final String POD_TEMPLATE = "core.v1.PodTemplateSpec";

    private Workloads() {}

    /** Numbers of a spec that are not negative. */
    static void notNegative(Field spec, String... names) {
        for (String name : names) {
            spec.in(name).notNegative();
        }
    }

    /**
     * The selector of a spec.
     *
     * @return whether the server can read it as one; if not, the template is not looked at
     */
    static boolean selector(Field spec, String emptyText) {
        Field selector = spec.in("selector");
        if (!selector.isSet()) {
            selector.required("");
            return true;
        }
        FieldErrors errors = LabelSelectors.validate(selector.map(), selector.path());
        spec.addAll(errors);
        if (isEmpty(selector)) {
            selector.invalid(shown(selector), emptyText);
        }
        return errors.isEmpty();
    }

    static boolean isEmpty(Field selector) {
        return selector.size("matchExpressions") == 0
                && selector.in("matchLabels").map().isEmpty();
    }

    /** A selector as errors show it. */
    static Node shown(Field selector) {
        return selector.isSet() ? InternalForm.of("meta.LabelSelector", selector.value()) : selector.value();
    }

    /** The template of a spec carries the labels that the selector asks for. */
    static void labels(Field spec) {
        Field selector = spec.in("selector");
        Field labels = spec.in("template", "metadata", "labels");
        boolean matches = selector.isSet()
                && LabelSelectors.matches(selector.map(), labels.map().strings());
        if (!matches) {
            labels.invalid(sorted(labels), MISMATCH);
        }
    }

    static Node sorted(Field labels) {
        MapNode.Builder out = MapNode.builder();
        labels.map().keys().stream()
                .sorted()
                .forEach(key -> out.putIfPresent(key, labels.map().get(key)));
        return labels.isSet() ? out.build() : labels.value();
    }

    /** A template of pods that always run. */
    static void lastingTemplate(Field spec, String workload) {
        PodTemplateRules.check(spec.in("template"));
        lasting(spec, workload);
    }

    static void lasting(Field spec, String workload) {
        Field podSpec = spec.in("template", "spec");
        podSpec.in("restartPolicy").oneOf(List.of("Always"));
        if (podSpec.has("activeDeadlineSeconds")) {
            podSpec.in("activeDeadlineSeconds").forbidden("activeDeadlineSeconds in " + workload + " is not Supported");
        }
    }

    /** A field of a spec that stays as it was, compared and shown as the struct of its type. */
    static void immutable(Field spec, MapNode old, String name, String struct) {
        Field field = spec.in(name);
        Node before = old.find("spec", name);
        boolean set = before != null && !before.isNull();
        if (field.isSet() != set || (set && !InternalForm.same(struct, field.value(), before))) {
            Node shown = field.isSet() ? InternalForm.of(struct, field.value()) : field.value();
            field.invalid(shown, Immutable.TEXT);
        }
    }

    static void immutableTemplate(Field template, Node old) {
        if (!InternalForm.same(POD_TEMPLATE, template.value(), old)) {
            template.invalid(InternalForm.of(POD_TEMPLATE, template.value()), Immutable.TEXT);
        }
    }

    /** Names that become part of names of pods had better be labels. */
    static List<String> nameWarnings(MapNode object, String where) {
        List<String> wrong = NameRules.dnsLabel(object.findText("metadata", "name"));
        List<String> warnings = new ArrayList<>();
        if (!wrong.isEmpty()) {
            warnings.add(
                    "metadata.name: this is used in " + where + ", which can result in surprising behavior; a DNS label"
                            + " is recommended: [" + String.join(" ", wrong) + "]");
        }
        return warnings;
    }

    static List<String> warnings(MapNode object, String... template) {
        return PodWarnings.ofTemplate(object.findMap(template), String.join(".", template));
    }
}
