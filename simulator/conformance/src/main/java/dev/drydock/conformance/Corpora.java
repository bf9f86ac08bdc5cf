package dev.drydock.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** The corpora that Drydock can be asked, by name. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Corpora {

    /** Suppliers, so that naming one corpus does not load the rooms of all others. */
    private static final Map<String, Supplier<Corpus>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("yaml-scalars", dev.drydock.conformance.yaml.YamlScalars::new),
            Map.entry("yaml-documents", dev.drydock.conformance.yaml.YamlDocuments::new),
            Map.entry("flux-parts", dev.drydock.conformance.flux.FluxPartsCorpus::open),
            Map.entry("rbac", dev.drydock.conformance.rbac.RbacCorpus::open),
            Map.entry("api-objects", dev.drydock.conformance.objects.ApiObjectsCorpus::open),
            Map.entry("api-writes", dev.drydock.conformance.writes.ApiWritesCorpus::open),
            Map.entry("api-custom", dev.drydock.conformance.custom.ApiCustomCorpus::open),
            Map.entry("kustomize", dev.drydock.conformance.kustomize.KustomizeCorpus::open),
            Map.entry("helm-expressions", dev.drydock.conformance.helm.ExpressionCorpus::open),
            Map.entry("helm-values", dev.drydock.conformance.helm.ValuesCorpus::open),
            Map.entry("helm-semver", dev.drydock.conformance.helm.SemverCorpus::open),
            Map.entry("helm-charts", dev.drydock.conformance.helm.ChartCorpus::open)));

    private Corpora() {}

    /** The names, sorted. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The corpus of a name. */
    public static Optional<Corpus> find(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Supplier::get);
    }
}
