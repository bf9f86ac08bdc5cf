package dev.drydock.flux.acl;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Finds the source that an object refers to, if it may refer to it.
 *
 * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
 * @param externalArtifacts the gate ExternalArtifact
 * @param lookup reads with the rights of the controller
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SourceAccess(boolean noCrossNamespaceRefs, boolean externalArtifacts, ObjectLookup lookup) {

    private static final String EXTERNAL = "ExternalArtifact";
    private static final Set<String> KUSTOMIZATION_SOURCES =
            Set.of("OCIRepository", "GitRepository", "Bucket", EXTERNAL);
    private static final List<String> CHART_SOURCES = List.of("HelmRepository", "GitRepository", "Bucket");

    /** What came of looking for a source. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public sealed interface Result {}

    /**
     * The source.
     *
     * @param object as the server has it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Found(MapNode object) implements Result {}

    /**
     * The reference is not allowed; this does not change by waiting.
     *
     * @param message the controller's words
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Denied(String message) implements Result {}

    /**
     * The source could not be read.
     *
     * @param message the controller's words
     * @param notFound whether it does not exist
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Failed(String message, boolean notFound) implements Result {}

    /** The source of a Kustomization (kustomize-controller, getSource). */
    public Result forKustomization(MapNode kustomization) {
        MapNode ref = kustomization.findMap("spec", "sourceRef");
        String kind = ObjectFields.kind(ref);
        String name = ref.findText("name");
        String own = ObjectFields.namespace(kustomization);
        String namespace = namespace(ref, own);
        String subject = "'" + kind + "/" + namespace + "/" + name + "'";
        if (noCrossNamespaceRefs && !namespace.equals(own)) {
            return new Denied("can't access " + subject + ", cross-namespace references have been blocked");
        }
        if (kind.equals(EXTERNAL) && !externalArtifacts) {
            return new Denied("can't access " + subject + ", ExternalArtifact feature gate is disabled");
        }
        if (!KUSTOMIZATION_SOURCES.contains(kind)) {
            return new Failed("source `" + name + "` kind '" + kind + "' not supported", false);
        }
        Result result = read(kind, namespace, name);
        return result instanceof Failed failed && !failed.notFound
                ? new Failed("unable to get source '" + namespace + "/" + name + "': " + failed.message, false)
                : result;
    }

    /** The source of a HelmRelease: its chartRef, or the HelmChart that was made from its template (getSource). */
    public Result forHelmRelease(MapNode release) {
        String own = ObjectFields.namespace(release);
        if (release.find("spec", "chartRef") instanceof MapNode ref) {
            String kind = ObjectFields.kind(ref);
            boolean named = kind.equals("OCIRepository") || kind.equals(EXTERNAL);
            return forChart(own, named ? kind : "HelmChart", namespace(ref, own), ref.findText("name"));
        }
        String[] chart = release.findText("status", "helmChart").split("/", -1);
        return chart.length > 1 ? forChart(own, "HelmChart", chart[0], chart[1]) : forChart(own, "HelmChart", "", "");
    }

    private Result forChart(String own, String kind, String namespace, String name) {
        Optional<String> denial = helmDenial(noCrossNamespaceRefs, own, kind, namespace, name);
        if (denial.isPresent()) {
            return new Denied(denial.get());
        }
        if (kind.equals(EXTERNAL) && !externalArtifacts) {
            return new Denied("can't access '" + kind + "/" + namespace + "/" + name
                    + "', ExternalArtifact feature gate is disabled");
        }
        return read(kind, namespace, name);
    }

    /** Why helm-controller does not let an object refer to another one (internal/acl); empty when it does. */
    public static Optional<String> helmDenial(
            boolean noCrossNamespaceRefs, String own, String kind, String namespace, String name) {
        return noCrossNamespaceRefs && !namespace.equals(own)
                ? Optional.of("cross-namespace references are not allowed: cannot access " + kind + " " + namespace
                        + "/" + name)
                : Optional.empty();
    }

    /** The source of a HelmChart, always in its own namespace (source-controller, getSource). */
    public Result forHelmChart(MapNode chart) {
        String kind = chart.findText("spec", "sourceRef", "kind");
        if (!CHART_SOURCES.contains(kind)) {
            return new Failed(
                    "unsupported source kind '" + kind + "', must be one of: [" + String.join(" ", CHART_SOURCES) + "]",
                    false);
        }
        return read(kind, ObjectFields.namespace(chart), chart.findText("spec", "sourceRef", "name"));
    }

    private Result read(String kind, String namespace, String name) {
        GroupVersionKind type = new GroupVersionKind(ObjectLookup.SOURCE, "v1", kind);
        ObjectLookup.Answer answer = lookup.read(type, namespace, name);
        if (answer instanceof ObjectLookup.Found found) {
            return new Found(found.object());
        }
        ObjectLookup.Failed failed = (ObjectLookup.Failed) answer;
        return new Failed(failed.error(), failed.notFound());
    }

    private static String namespace(Node ref, String own) {
        String namespace = ref.findText("namespace");
        return namespace.isEmpty() ? own : namespace;
    }
}
