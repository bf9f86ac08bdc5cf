package dev.drydock.conformance.custom;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import dev.drydock.conformance.JsonLines;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Asks a fresh cluster, with the objects of a case's world in it, the requests of {@code api-custom}. */
public final class ApiCustomCorpus {

    private final Cluster ground = new Cluster(Seed.DEFAULT);
    private final Map<String, MapNode> worlds = new HashMap<>();
    private final Map<String, Cluster> laid = new HashMap<>();

    private ApiCustomCorpus(Path folder) throws IOException {
        Path file = folder.resolve("worlds.jsonl");
        if (Files.exists(file)) {
            for (MapNode world : JsonLines.read(file)) {
                worlds.put(world.findText("world"), world);
            }
        }
    }

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("api-custom", "part", "topic", folder -> new ApiCustomCorpus(folder)::answer);
    }

    private Answer answer(MapNode question) {
        MapNode world = worlds.getOrDefault(question.findText("world"), MapNode.EMPTY);
        return new CustomCase(world(question).fork(), question, world).answer();
    }

    /** A world is laid once; every case forks it. */
    private Cluster world(MapNode question) {
        String name = question.findString("world");
        if (name == null) {
            return ground;
        }
        Cluster known = laid.get(name);
        if (known != null) {
            return known;
        }
        MapNode world = worlds.get(name);
        if (world == null) {
            throw new IllegalStateException("no world is named " + name);
        }
        Cluster cluster = ground.fork();
        world.findList("objects").forEach(object -> Door.create(cluster, object));
        laid.put(name, cluster);
        return cluster;
    }
}
