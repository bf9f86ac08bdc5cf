package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.resource.IdentityClock;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;

/** A transformer in the role of a validator, which must leave everything as it is but for one label. */
final class Validation {

    private static final String LABEL = "validated-by";

    /** What is left of an object when Go prints its pointers. */
    private static final String POINTERS =
            "&resource.Resource{RNode:yaml.RNode{fieldPath:[]string(nil), value:(*yaml.Node)(0xADDRESS),"
                    + " ShouldKeep:false, Match:[]string(nil)}, refVarNames:[]string(nil)}";

    private Validation() {}

    static void run(Transformer validator, ResourceMap resources, IdentityClock clock) {
        ResourceMap before = ResourceMap.of(
                clock, resources.resources().stream().map(Resource::copy).toList());
        validator.transform(resources);
        try {
            compare(before, resources);
        } catch (KustomizeException e) {
            throw new KustomizeException("validator shouldn't modify the resource map: " + e.getMessage());
        }
    }

    private static void compare(ResourceMap before, ResourceMap after) {
        if (before.size() != after.size()) {
            throw new KustomizeException("lists have different number of entries: "
                    + ResourceMap.texts(before.resources()) + " doesn't equal " + ResourceMap.texts(after.resources()));
        }
        for (Resource old : before.resources()) {
            List<Resource> found = after.matchingCurrent(old.currentId());
            if (found.isEmpty()) {
                throw new KustomizeException("id in self missing from other; id: " + old.currentId());
            }
            MapNode now = unlabelled(found.get(0));
            if (!now.equals(old.node()) || !found.get(0).history().equals(old.history())) {
                throw new KustomizeException("nodes unequal: \n -- " + old + ",\n -- " + found.get(0) + "\n\n--\n"
                        + POINTERS + "\n------\n" + POINTERS + "\n");
            }
        }
    }

    private static MapNode unlabelled(Resource resource) {
        Map<String, String> labels = resource.labels();
        if (!labels.containsKey(LABEL)) {
            return resource.node();
        }
        Resource copy = resource.copy();
        labels.remove(LABEL);
        copy.setLabels(labels);
        return copy.node();
    }
}
