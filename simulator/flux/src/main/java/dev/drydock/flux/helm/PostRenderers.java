package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.MetadataTransform;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What helm-controller changes in rendered manifests: the patches and images of the spec, its common metadata, and last the
 * labels that tell where an object comes from (helm-controller internal/postrender).
 *
 * @param release the HelmRelease
 */
record PostRenderers(MapNode release) {

    private static final String INPUT = "helm-output.yaml";

    /** Whether nothing but the origin labels of a release of this name and namespace is added. */
    boolean isPlain(String name, String namespace) {
        return release.find("spec", "postRenderers") == null
                && release.find("spec", "commonMetadata") == null
                && name.equals(ObjectFields.name(release))
                && namespace.equals(ObjectFields.namespace(release));
    }

    /**
     * The changed manifests.
     *
     * @throws HelmFailure in kustomize's words
     */
    String run(String manifests) {
        String text = manifests;
        try {
            for (Node renderer : release.findList("spec", "postRenderers")) {
                if (renderer.find("kustomize") instanceof MapNode kustomize) {
                    text = kustomized(text, kustomize);
                }
            }
            MapNode common = release.findMap("spec", "commonMetadata");
            if (!common.findMap("labels").isEmpty()
                    || !common.findMap("annotations").isEmpty()) {
                text = MetadataTransform.set(
                        text,
                        common.findMap("labels").strings(),
                        common.findMap("annotations").strings());
            }
            return MetadataTransform.set(
                    text,
                    Map.of(
                            "helm.toolkit.fluxcd.io/name",
                            ObjectFields.name(release),
                            "helm.toolkit.fluxcd.io/namespace",
                            ObjectFields.namespace(release)),
                    Map.of());
        } catch (KustomizeException e) {
            throw new HelmFailure(String.valueOf(e.getMessage()));
        }
    }

    private static String kustomized(String manifests, MapNode renderer) {
        List<Node> patches = new ArrayList<>();
        for (Node patch : renderer.findList("patches")) {
            patches.add(MapNode.builder()
                    .put("patch", patch.findText("patch"))
                    .putIfPresent("target", patch.find("target"))
                    .build());
        }
        MapNode file = MapNode.builder()
                .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
                .put("kind", "Kustomization")
                .put("resources", ListNode.ofStrings(List.of(INPUT)))
                .put("images", renderer.findList("images"))
                .put("patches", ListNode.of(patches))
                .build();
        MemoryFileTree tree =
                MemoryFileTree.ofTexts(Map.of("/kustomization.yaml", JsonWriter.compact(file), "/" + INPUT, manifests));
        return KustomizeBuild.of(tree).build("/").text();
    }
}
