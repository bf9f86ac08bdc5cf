package dev.drydock.flux.ssa;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * The objects of one apply, split into the stages that are written one after the other (ssa/manager_apply.go,
 * ApplyAllStaged); each stage is in the order of apply.
 *
 * @param definitions CustomResourceDefinitions, Namespaces and ClusterRoles; waited for
 * @param classes kinds whose name ends in {@code Class}; waited for
 * @param custom kinds that the controller's flag names
 * @param rest everything else
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ApplyStages(List<MapNode> definitions, List<MapNode> classes, List<MapNode> custom, List<MapNode> rest) {

    /** Splits objects; the first stage that fits takes an object. */
    public static ApplyStages of(List<MapNode> objects, KindSet customKinds) {
        List<List<MapNode>> stages =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (MapNode object : objects) {
            int stage = isClusterDefinition(object) ? 0 : isClass(object) ? 1 : customKinds.contains(object) ? 2 : 3;
            stages.get(stage).add(object);
        }
        return new ApplyStages(
                ReconcileOrder.apply(stages.get(0)),
                ReconcileOrder.apply(stages.get(1)),
                ReconcileOrder.apply(stages.get(2)),
                ReconcileOrder.apply(stages.get(3)));
    }

    /** The four stages in order, also the empty ones. */
    public List<List<MapNode>> inOrder() {
        return List.of(definitions, classes, custom, rest);
    }

    /** Whether other objects may need this one to be there first. */
    public static boolean isClusterDefinition(MapNode object) {
        return isCrd(object) || isNamespace(object) || isClusterRole(object);
    }

    static boolean isCrd(MapNode object) {
        return kindIs(object, "customresourcedefinition")
                && ObjectFields.apiVersion(object).startsWith("apiextensions.k8s.io/");
    }

    private static boolean isNamespace(MapNode object) {
        return kindIs(object, "namespace") && ObjectFields.apiVersion(object).equals("v1");
    }

    private static boolean isClusterRole(MapNode object) {
        return kindIs(object, "clusterrole")
                && ObjectFields.apiVersion(object).startsWith("rbac.authorization.k8s.io/");
    }

    private static boolean isClass(MapNode object) {
        return ObjectFields.kind(object).endsWith("Class");
    }

    private static boolean kindIs(MapNode object, String lowerCase) {
        return ObjectFields.kind(object).toLowerCase(Locale.ROOT).equals(lowerCase);
    }
}
