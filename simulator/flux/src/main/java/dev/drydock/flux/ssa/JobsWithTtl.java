package dev.drydock.flux.ssa;

import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Jobs that the cluster deletes after they have ended, so that one that is gone has done its work (ssa/utils/job.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JobsWithTtl {

    private JobsWithTtl() {}

    /** The Jobs among objects that have {@code spec.ttlSecondsAfterFinished}, whatever its value. */
    public static Set<ObjectMetadata> of(List<MapNode> objects) {
        return objects.stream()
                .filter(JobsWithTtl::isJob)
                .filter(object -> object.findLong("spec", "ttlSecondsAfterFinished") != null)
                .map(ObjectMetadata::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isJob(MapNode object) {
        return ObjectFields.kind(object).equals("Job")
                && ObjectFields.apiVersion(object).startsWith("batch/");
    }
}
