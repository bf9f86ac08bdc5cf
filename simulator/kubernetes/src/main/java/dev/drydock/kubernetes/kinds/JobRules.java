package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Jobs select their pods by their own uid, unless the client does it (pkg/registry/batch/job/strategy.go). */
final class JobRules implements KindRules {

    private static final String PREFIX = "batch.kubernetes.io/";

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return object.isTrue("spec", "manualSelector") ? object : withSelector(object);
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        for (String field : List.of("completions", "selector", "completionMode")) {
            Immutable.check(object, old, errors, "spec", field);
        }
        return errors;
    }

    private static MapNode withSelector(MapNode object) {
        String uid = text(object, "uid");
        MapNode labels = object.findMap("spec", "template", "metadata", "labels");
        labels = labelled(labels, "job-name", text(object, "name"));
        labels = labelled(labels, PREFIX + "job-name", text(object, "name"));
        labels = labelled(labels, "controller-uid", uid);
        labels = labelled(labels, PREFIX + "controller-uid", uid);
        MapNode selector = labelled(object.findMap("spec", "selector", "matchLabels"), PREFIX + "controller-uid", uid);
        return object.with(List.of("spec", "template", "metadata", "labels"), labels)
                .with(List.of("spec", "selector", "matchLabels"), selector);
    }

    private static MapNode labelled(MapNode labels, String key, String value) {
        return labels.has(key) ? labels : labels.with(key, value);
    }

    private static String text(MapNode object, String field) {
        return object.findText("metadata", field);
    }
}
