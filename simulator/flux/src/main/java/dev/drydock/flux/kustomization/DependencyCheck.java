package dev.drydock.flux.kustomization;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Objects;
import java.util.Optional;

/** Whether everything that a Kustomization depends on is ready (kustomization_controller.go, checkDependencies). */
final class DependencyCheck {

    private final Client client;

    DependencyCheck(Client client) {
        this.client = client;
    }

    /** The first dependency that is not satisfied, in the controller's words. */
    Optional<String> firstUnmet(KustomizationSpec spec, String revision) {
        for (Node entry : spec.object().findList("spec", "dependsOn")) {
            String namespace = ObjectFields.text(entry, "namespace");
            NamespacedName name = new NamespacedName(
                    namespace.isEmpty() ? spec.namespace() : namespace, ObjectFields.text(entry, "name"));
            if (!ObjectFields.text(entry, "readyExpr").isEmpty()) {
                throw new NotModelledException("spec.dependsOn[].readyExpr");
            }
            Optional<String> problem = problem(spec, name, revision);
            if (problem.isPresent()) {
                return problem.map(text -> "dependency '" + name + "' " + text);
            }
        }
        return Optional.empty();
    }

    private Optional<String> problem(KustomizationSpec spec, NamespacedName name, String revision) {
        ApiResponse response = client.get(KustomizationSpec.KIND, name);
        if (!response.isSuccess()) {
            return Optional.of("not found: " + response.message());
        }
        MapNode dependency = response.object();
        boolean observed = Objects.equals(
                dependency.findLong("metadata", "generation"), dependency.findLong("status", "observedGeneration"));
        if (!observed || !Conditions.isTrue(dependency, Conditions.READY)) {
            return Optional.of("is not ready");
        }
        KustomizationSpec other = new KustomizationSpec(dependency);
        boolean sameSource =
                other.source().equals(spec.source()) && other.sourceKind().equals(spec.sourceKind());
        return sameSource && !revision.equals(ObjectFields.text(dependency, "status", "lastAppliedRevision"))
                ? Optional.of("revision is not up to date")
                : Optional.empty();
    }
}
