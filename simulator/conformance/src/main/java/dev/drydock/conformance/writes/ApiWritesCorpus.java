package dev.drydock.conformance.writes;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks a fresh cluster, with the corpus' four definitions installed, the sequences of {@code api-writes}. */
public final class ApiWritesCorpus {

    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final Cluster world;

    private ApiWritesCorpus(Cluster world) {
        this.world = world;
    }

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("api-writes", "topic", folder -> new ApiWritesCorpus(world(folder))::answer);
    }

    private static Cluster world(Path folder) throws IOException {
        Cluster cluster = new Cluster(Seed.DEFAULT);
        Path definitions = folder.resolve("crds.yaml");
        // the names y and n are strings there, as YAML 1.2 has it
        for (Node definition : YamlReader.readAll(Files.readString(definitions), "crds.yaml", YamlMode.KUSTOMIZE)) {
            Door.create(cluster, DEFINITIONS, (MapNode) definition);
            establish(cluster, (MapNode) definition);
        }
        return cluster;
    }

    /** What the API server's own controller does a moment later. */
    private static void establish(Cluster cluster, MapNode definition) {
        MapNode established = MapNode.of("type", "Established", "status", "True", "reason", "InitialNamesAccepted");
        Door.send(
                cluster,
                "PATCH",
                DEFINITIONS + "/" + definition.findString("metadata", "name") + "/status",
                Map.of("fieldManager", "kube-apiserver"),
                "application/merge-patch+json",
                "kube-apiserver",
                MapNode.of("status", MapNode.of("conditions", List.of(established))));
    }

    private Answer answer(MapNode question) {
        return Answer.of(new WritesCase(world.fork(), question).answers());
    }
}
