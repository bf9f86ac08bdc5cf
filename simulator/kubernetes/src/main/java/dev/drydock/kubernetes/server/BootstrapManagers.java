package dev.drydock.kubernetes.server;

import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.apply.ApplyOutcome;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.apply.ObjectConversion;
import dev.drydock.kubernetes.apply.ResetFields;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.MapNode;

/** Who owns the fields of the roles and bindings that a control plane begins with. */
final class BootstrapManagers {

    private static final String AGGREGATION = "clusterrole-aggregation-controller";

    private BootstrapManagers() {}

    /** The object with managedFields: the server made it, and the rules of aggregated roles are applied by their controller. */
    static MapNode noted(ServerState state, ApiResource resource, MapNode object) {
        if (object.find("metadata", "labels", "kubernetes.io/bootstrapping") == null) {
            return object;
        }
        FieldManagement fields = new FieldManagement(
                resource.kind(), "", state.types(), ObjectConversion.none(), ResetFields.of(resource.resource(), ""));
        if (!object.has("aggregationRule") || !object.has("rules")) {
            return fields.update(null, object, "kube-apiserver", Kernel.EPOCH);
        }
        MapNode made = fields.update(null, object.without("rules"), "kube-apiserver", Kernel.EPOCH);
        MapNode rules = MapNode.of(
                        "apiVersion",
                        resource.kind().apiVersion(),
                        "kind",
                        resource.kind().kind())
                .with("metadata", MapNode.of("name", object.findText("metadata", "name")))
                .with("rules", object.findList("rules"));
        return fields.apply(made, rules, AGGREGATION, true, Kernel.EPOCH) instanceof ApplyOutcome.Merged merged
                ? merged.object()
                : made;
    }
}
