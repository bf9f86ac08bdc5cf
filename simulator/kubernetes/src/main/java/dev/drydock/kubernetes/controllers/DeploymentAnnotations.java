package dev.drydock.kubernetes.controllers;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;

/** What a Deployment writes into the annotations of its ReplicaSets (pkg/controller/deployment/util/deployment_util.go). */
final class DeploymentAnnotations {

    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String HISTORY = "deployment.kubernetes.io/revision-history";
    private static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    private static final String MOST = "deployment.kubernetes.io/max-replicas";
    private static final List<String> OWN = List.of(
            REVISION,
            HISTORY,
            DESIRED,
            MOST,
            "kubectl.kubernetes.io/last-applied-configuration",
            "deprecated.deployment.rollback.to");

    private DeploymentAnnotations() {}

    /** A set with the annotations of its Deployment, but those that speak of either alone. */
    static MapNode copied(MapNode deployment, MapNode set) {
        MapNode.Builder annotations = MapNode.builder().putAll(set.findMap("metadata", "annotations"));
        deployment.findMap("metadata", "annotations").without(OWN).forEach(annotations::put);
        MapNode all = annotations.build();
        return all.isEmpty() ? set : set.with(List.of("metadata", "annotations"), all);
    }

    /** A set that says how many Pods its Deployment wants, and how many it may have while it changes them. */
    static MapNode sized(MapNode deployment, MapNode set) {
        long wanted = PodTemplates.number(deployment, 1, "spec", "replicas");
        MapNode annotations = set.findMap("metadata", "annotations")
                .with(DESIRED, Long.toString(wanted))
                .with(MOST, Long.toString(wanted + surge(deployment, wanted)));
        return set.with(List.of("metadata", "annotations"), annotations);
    }

    private static long surge(MapNode deployment, long wanted) {
        Node surge = deployment.find("spec", "strategy", "rollingUpdate", "maxSurge");
        boolean rolls = "RollingUpdate".equals(deployment.findString("spec", "strategy", "type"));
        if (!rolls || surge == null) {
            return 0;
        }
        String text = ((ScalarNode) surge).text();
        long percent = text.endsWith("%") ? Long.parseLong(text.substring(0, text.length() - 1)) : 0;
        return text.endsWith("%") ? (wanted * percent + 99) / 100 : Long.parseLong(text);
    }
}
