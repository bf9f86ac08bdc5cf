package dev.drydock.flux.ssa;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** The objects that {@code spec.healthChecks} names (kustomize-controller, ReferenceToObjMetadataSet). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HealthReferences {

    private HealthReferences() {}

    /**
     * The objects to wait for; without an apiVersion a reference is of the group {@code apps}.
     *
     * @throws InvalidInventoryException for an apiVersion with more than one slash
     */
    public static List<ObjectMetadata> resolve(ListNode references) {
        List<ObjectMetadata> objects = new ArrayList<>();
        for (Node reference : references) {
            String apiVersion = ObjectFields.apiVersion(reference);
            String group = apiVersion.isEmpty() ? "apps" : group(apiVersion);
            objects.add(new ObjectMetadata(
                    reference.findText("namespace"), reference.findText("name"), group, ObjectFields.kind(reference)));
        }
        return List.copyOf(objects);
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        if (slash != apiVersion.lastIndexOf('/')) {
            throw new InvalidInventoryException("unexpected GroupVersion string: " + apiVersion);
        }
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
