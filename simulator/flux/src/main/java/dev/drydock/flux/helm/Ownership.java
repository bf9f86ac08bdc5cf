package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether an existing object belongs to a release already (helm pkg/action/validate.go, checkOwnership). */
final class Ownership {

    private Ownership() {}

    /**
     * Refuses an object of somebody else.
     *
     * @throws HelmFailure in Helm's words
     */
    static void check(Resource resource, MapNode live, Release release) {
        List<String> errors = new ArrayList<>();
        String label = mismatch(ObjectFields.labels(live), "app.kubernetes.io/managed-by", "Helm");
        if (!label.isEmpty()) {
            errors.add("label validation error: " + label);
        }
        Map<String, String> annotations = ObjectFields.annotations(live);
        for (String problem : List.of(
                mismatch(annotations, "meta.helm.sh/release-name", release.name()),
                mismatch(annotations, "meta.helm.sh/release-namespace", release.namespace()))) {
            if (!problem.isEmpty()) {
                errors.add("annotation validation error: " + problem);
            }
        }
        if (!errors.isEmpty()) {
            throw new HelmFailure(resource.named() + " exists and cannot be imported into the current release: invalid"
                    + " ownership metadata; " + String.join("; ", errors));
        }
    }

    private static String mismatch(Map<String, String> present, String key, String wanted) {
        String found = present.get(key);
        if (found == null) {
            return "missing key \"" + key + "\": must be set to \"" + wanted + "\"";
        }
        return found.equals(wanted)
                ? ""
                : "key \"" + key + "\" must equal \"" + wanted + "\": current value is \"" + found + "\"";
    }
}
