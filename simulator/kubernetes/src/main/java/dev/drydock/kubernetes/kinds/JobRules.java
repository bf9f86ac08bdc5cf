package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Jobs select their pods by their own uid, unless the client does it (pkg/registry/batch/job/strategy.go). */
final class JobRules implements WorkloadRules {

    private static final String PREFIX = "batch.kubernetes.io/";
    private static final List<String> GENERATED =
            List.of("controller-uid", "job-name", PREFIX + "controller-uid", PREFIX + "job-name");

    @Override
    public MapNode prepareForCreate(MapNode object) {
        MapNode kept = WorkloadRules.super.prepareForCreate(object);
        return kept.isTrue("spec", "manualSelector") ? kept : withSelector(kept);
    }

    private static MapNode withSelector(MapNode object) {
        MapNode labels = object.findMap("spec", "template", "metadata", "labels");
        for (String label : List.of("job-name", PREFIX + "job-name", "controller-uid", PREFIX + "controller-uid")) {
            labels = labelled(labels, label, generated(object, label));
        }
        MapNode selector = labelled(
                object.findMap("spec", "selector", "matchLabels"), PREFIX + "controller-uid", text(object, "uid"));
        return object.with(List.of("spec", "template", "metadata", "labels"), labels)
                .with(List.of("spec", "selector", "matchLabels"), selector);
    }

    private static MapNode labelled(MapNode labels, String key, String value) {
        return labels.has(key) ? labels : labels.with(key, value);
    }

    private static String text(MapNode object, String field) {
        return object.findText("metadata", field);
    }

    private static String generated(MapNode object, String label) {
        return text(object, label.endsWith("job-name") ? "name" : "uid");
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field job = Field.of(object, errors);
        generatedSelector(job);
        spec(job.in("spec"));
        Field completions = job.in("spec", "completions");
        if (job.text("spec", "completionMode").equals("Indexed") && completions.number(0) > 0) {
            String host = text(object, "name") + "-" + (completions.number(0) - 1);
            if (!NameRules.dnsLabel(host).isEmpty()) {
                job.in("metadata", "name").invalid("will not able to create pod with invalid DNS label: " + host);
            }
        }
        return errors;
    }

    private static void generatedSelector(Field job) {
        Field selector = job.in("spec", "selector");
        if (job.isTrue("spec", "manualSelector") || !selector.isSet()) {
            return;
        }
        Field labels = job.in("spec", "template", "metadata", "labels");
        Map<String, String> expected = new TreeMap<>();
        for (String label : GENERATED) {
            String value = generated(job.map(), label);
            expected.put(label, value);
            Field own = labels.key(label);
            if (!own.isSet()) {
                own.required("must be '" + value + "'");
            } else if (!own.text().equals(value)) {
                own.invalid(Workloads.sorted(labels), "must be '" + value + "'");
            }
        }
        if (LabelSelectors.validate(selector.map(), "").isEmpty()
                && !LabelSelectors.matches(selector.map(), expected)) {
            selector.invalid(Workloads.shown(selector), "`selector` not auto-generated");
        }
    }

    private static void spec(Field spec) {
        JobSpecs.check(spec);
        Field selector = spec.in("selector");
        if (!selector.isSet()) {
            selector.required("");
            Workloads.labels(spec);
            return;
        }
        FieldErrors wrong = LabelSelectors.validate(selector.map(), selector.path());
        spec.addAll(wrong);
        if (wrong.isEmpty()) {
            Workloads.labels(spec);
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        spec(spec);
        JobUpdates.check(spec, old);
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        List<String> warnings = Workloads.nameWarnings(object, "Pod names and hostnames");
        warnings.addAll(JobSpecs.warnings(object, "spec"));
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? JobSpecs.warnings(object, "spec") : List.of();
    }
}
