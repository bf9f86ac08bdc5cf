package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** What is wrong with a new pod (ValidatePodCreate). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PodCreation {

    private PodCreation() {}

    /** Checks a pod, its metadata aside. */
    public static FieldErrors check(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field pod = Field.of(object, errors);
        Field spec = pod.in("spec");
        content(pod);
        if (spec.size("ephemeralContainers") > 0) {
            spec.in("ephemeralContainers").forbidden("cannot be set on create");
        }
        if (!spec.text("nodeName").isEmpty() && spec.size("schedulingGates") > 0) {
            spec.in("nodeName").forbidden("cannot be set until all schedulingGates have been cleared");
        }
        PodAnnotations.matchFields(object.findMap("metadata", "annotations"), spec);
        return errors;
    }

    /** What is asked of every pod, new or not. */
    static void content(Field pod) {
        Field spec = pod.in("spec");
        PodAnnotations.check(pod.in("metadata", "annotations"), spec);
        PodSpecRules.check(spec, pod.text("metadata", "name"), true);
        if (spec.text("serviceAccountName").isEmpty()) {
            for (Field volume : spec.items("volumes")) {
                for (Field source : volume.in("projected").items("sources")) {
                    if (source.has("serviceAccountToken")) {
                        source.in("serviceAccountToken")
                                .forbidden("must not be specified when serviceAccountName is not set");
                    }
                }
            }
        }
        spec.items("containers").forEach(ContainerLists::trimmedImage);
        spec.items("initContainers").forEach(ContainerLists::trimmedImage);
    }
}
