package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.GoDiff;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;

/** Containers that are added to running pods through their own subresource (ValidatePodEphemeralContainersUpdate). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EphemeralContainers {

    private static final String STRUCT = "core.v1.EphemeralContainer";
    private static final String LIST = "ephemeralContainers";

    private EphemeralContainers() {}

    /** The old pod with the ephemeral containers of the new one. */
    public static MapNode prepared(MapNode object, MapNode old) {
        return Subresources.restored(object, old, PodUpdates.copied(old.findMap("spec"), object.findMap("spec"), LIST));
    }

    /** What is wrong with a pod whose ephemeral containers are to be replaced. */
    public static FieldErrors check(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        if (old.findMap("metadata", "annotations").has(PodAnnotations.MIRROR)) {
            Field.of(object, errors).forbidden("static pods do not support ephemeral containers");
            return errors;
        }
        Field pod = Field.of(object, errors);
        PodCreation.content(pod);
        PodUpdates.annotations(pod, old);
        Field list = pod.in("spec", LIST);
        Map<String, Node> now = new HashMap<>();
        list.items().forEach(container -> now.put(container.text("name"), container.value()));
        for (Node container : old.findList("spec", LIST)) {
            String name = container.findText("name");
            String subject = "existing ephemeral containers " + GoQuote.quote(name);
            Node other = now.get(name);
            if (other == null) {
                list.forbidden(subject + " may not be removed\n");
            } else if (!InternalForm.same(STRUCT, container, other)) {
                MapNode before = InternalForm.of(STRUCT, container);
                MapNode after = InternalForm.of(STRUCT, other);
                list.forbidden(subject + " may not be changed\n" + GoDiff.of(before, after));
            }
        }
        return errors;
    }
}
