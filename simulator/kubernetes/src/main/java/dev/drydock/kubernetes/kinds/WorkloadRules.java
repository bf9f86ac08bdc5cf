package dev.drydock.kubernetes.kinds;

import dev.drydock.yaml.MapNode;
import java.util.List;

/** Kinds that make pods from the template in their spec, as their registry strategies agree (pkg/registry/apps). */
interface WorkloadRules extends PodMakerRules {

    /** Pods are named after their workload. */
    @Override
    default List<String> warningsOnCreate(MapNode object) {
        List<String> warnings = Workloads.nameWarnings(object, "Pod names and hostnames");
        warnings.addAll(Workloads.warnings(object, "spec", "template"));
        return warnings;
    }

    @Override
    default List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? Workloads.warnings(object, "spec", "template") : List.of();
    }
}
