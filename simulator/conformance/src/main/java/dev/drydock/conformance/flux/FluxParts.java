package dev.drydock.conformance.flux;

import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.apiguardian.api.API;

/** Answers one case of the corpus: the operation names the function, the input is its argument. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FluxParts {

    private FluxParts() {}

    /**
     * The answer, in the form of the corpus.
     *
     * @throws NotModelledException for an operation that is not modelled
     */
    public static Node answer(String operation, MapNode input) {
        return switch (operation) {
            case "ssa.read" -> SsaAnswers.read(input);
            case "ssa.normalize" -> SsaAnswers.normalize(input);
            case "ssa.stages" -> SsaAnswers.stages(input);
            case "ssa.order" -> SsaAnswers.order(input);
            case "ssa.id" -> SsaAnswers.id(input);
            case "ssa.parseid" -> SsaAnswers.parseId(input);
            case "ssa.changeset" -> SsaAnswers.changeSet(input);
            case "ssa.inventorydiff" -> SsaAnswers.inventoryDiff(input);
            case "ssa.healthrefs" -> SsaAnswers.healthReferences(input);
            case "ssa.error" -> SsaAnswers.error(input);
            case "ssa.select" -> SsaAnswers.select(input);
            case "ssa.ignore" -> SsaIgnoreAnswers.ignore(input);
            case "ssa.drift" -> SsaIgnoreAnswers.drift(input);
            case "ssa.meta" -> SsaAnswers.metadata(input);
            case "ssa.anymeta" -> SsaAnswers.metadataMatch(input);
            case "ssa.kindset" -> SsaAnswers.kindSet(input);
            case "ssa.mask" -> SsaAnswers.mask(input);
            case "cel.health" -> HealthAnswers.expressions(input);
            case "cel.reader" -> HealthAnswers.reader(input);
            case "kstatus" -> StatusAnswers.kstatus(input);
            case "envsubst.eval" -> SubstitutionAnswers.evaluate(input);
            case "sc.revision" -> ArtifactAnswers.revision(input);
            case "sc.samerevision" -> ArtifactAnswers.sameRevision(input);
            case "sc.commit" -> ArtifactAnswers.commit(input);
            case "sc.gitref" -> GitAnswers.resolve(input);
            case "sc.ociref" -> ArtifactAnswers.ociReference(input);
            case "sc.semver" -> ArtifactAnswers.semver(input);
            case "sc.helmindex" -> ArtifactAnswers.helmIndex(input);
            case "sc.ocihelm" -> ArtifactAnswers.ociHelm(input);
            case "sc.chartref" -> ArtifactAnswers.chartReference(input);
            case "sc.ignore" -> IgnoreAnswers.select(input);
            case "sc.bucketignore" -> IgnoreAnswers.selectKeys(input);
            case "ks.timing" -> TimingAnswers.kustomization(input);
            case "sc.compute" -> TimingAnswers.compute(input);
            case "sc.timing" -> TimingAnswers.source(input);
            case "hc.getters" -> TimingAnswers.helmRelease(input);
            case "hc.action" -> TimingAnswers.helmAction(input);
            case "ks.source" -> AccessAnswers.kustomizationSource(input);
            case "hc.acl" -> AccessAnswers.helmReference(input);
            case "hc.source" -> AccessAnswers.helmReleaseSource(input);
            case "hc.chart" -> AccessAnswers.helmChart(input);
            case "sc.helmsource" -> AccessAnswers.helmChartSource(input);
            case "nc.event" -> AccessAnswers.event(input);
            case "nc.receiver" -> AccessAnswers.receiver(input);
            case "ks.deps" -> DependencyAnswers.kustomization(input);
            case "hc.deps" -> DependencyAnswers.helmRelease(input);
            case "ks.build" -> BuildAnswers.build(input);
            case "ks.localpath" -> BuildAnswers.localPath(input);
            default -> throw new NotModelledException("flux-parts operation " + operation);
        };
    }
}
