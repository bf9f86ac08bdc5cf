package dev.drydock.flux.generator;

import dev.drydock.flux.ssa.GoTypes;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.SingleFiles;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The kustomization file as Flux reads and writes it: through kustomize's type, which drops what it does not know. */
final class KustomizationMarshal {

    private static final GoTypes TYPES = GoTypes.of(KustomizationMarshal.class, "kustomization-types.txt");

    /** A file that says no more than what it is. */
    static final MapNode EMPTY = MapNode.of("apiVersion", "kustomize.config.k8s.io/v1beta1", "kind", "Kustomization");

    private KustomizationMarshal() {}

    static MapNode read(byte[] text) {
        Node tree;
        try {
            List<Node> documents =
                    YamlReader.readAll(new String(text, StandardCharsets.UTF_8), "", YamlMode.KUBERNETES);
            tree = documents.isEmpty() ? ScalarNode.NULL : documents.get(0);
        } catch (YamlException e) {
            throw new GeneratorException("error converting YAML to JSON: " + e.upstream());
        }
        MapNode decoded;
        try {
            decoded = SingleFiles.kustomization(tree);
        } catch (KustomizeException e) {
            throw new GeneratorException("error unmarshaling JSON: while decoding JSON: " + e.getMessage());
        }
        return MapNode.builder().putAll(EMPTY).putAll(decoded).build();
    }

    static String write(MapNode kustomization) {
        MapNode typed = TYPES.roundTrip(kustomization, "types.Kustomization");
        if (typed == null) {
            throw new IllegalStateException("a decoded kustomization does not fit its own type");
        }
        return YamlWriter.write(typed);
    }
}
