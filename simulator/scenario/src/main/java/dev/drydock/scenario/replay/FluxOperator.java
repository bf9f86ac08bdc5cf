package dev.drydock.scenario.replay;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** What the chart of the Flux Operator installs: its account with all rights, and its kinds, without what its definitions say about fields. */
final class FluxOperator {

    private static final String NAME = "flux-operator";
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String GROUP = "fluxcd.controlplane.io";

    private FluxOperator() {}

    static List<MapNode> objects(String namespace) {
        MapNode account = MapNode.of("kind", "ServiceAccount", "name", NAME, "namespace", namespace);
        return List.of(
                MapNode.of("apiVersion", "v1", "kind", "ServiceAccount", "metadata", account.without("kind")),
                MapNode.of(
                                "apiVersion",
                                RBAC + "/v1",
                                "kind",
                                "ClusterRoleBinding",
                                "metadata",
                                MapNode.of("name", NAME))
                        .with("roleRef", MapNode.of("apiGroup", RBAC, "kind", "ClusterRole", "name", "cluster-admin"))
                        .with("subjects", ListNode.of(List.of(account))),
                definition("FluxInstance", "fluxinstances"),
                definition("FluxReport", "fluxreports"),
                definition("ResourceSet", "resourcesets"),
                definition("ResourceSetInputProvider", "resourcesetinputproviders"));
    }

    private static MapNode definition(String kind, String plural) {
        MapNode version = MapNode.builder()
                .put("name", "v1")
                .put("served", true)
                .put("storage", true)
                .put(
                        "schema",
                        MapNode.of(
                                "openAPIV3Schema",
                                MapNode.of("type", "object", "x-kubernetes-preserve-unknown-fields", true)))
                .build();
        MapNode spec = MapNode.builder()
                .put("group", GROUP)
                .put("scope", "Namespaced")
                .put("names", MapNode.of("kind", kind, "plural", plural))
                .put("versions", ListNode.of(List.of(version)))
                .build();
        return MapNode.builder()
                .put("apiVersion", "apiextensions.k8s.io/v1")
                .put("kind", "CustomResourceDefinition")
                .put("metadata", MapNode.of("name", plural + "." + GROUP))
                .put("spec", spec)
                .build();
    }
}
