package dev.drydock.kubernetes.server;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The objects that a fresh cluster holds, as recorded; read once for all clusters. */
public final class InitialObjects {

    private InitialObjects() {}

    private static final class Kubernetes {
        static final List<MapNode> OBJECTS = load("initial-objects.jsonl");
    }

    private static final class Flux {
        static final List<MapNode> DEFINITIONS = load("flux-definitions.jsonl");
        static final List<MapNode> OBJECTS = load("flux-objects.jsonl");
    }

    /** Of a control plane: namespaces, bootstrap RBAC, accounts of controllers. */
    public static List<MapNode> ofKubernetes() {
        return Kubernetes.OBJECTS;
    }

    /** The CustomResourceDefinitions of Flux. */
    public static List<MapNode> fluxDefinitions() {
        return Flux.DEFINITIONS;
    }

    /** What {@code flux install} adds beside its definitions and Deployments: namespace, RBAC, accounts. */
    public static List<MapNode> ofFlux() {
        return Flux.OBJECTS;
    }

    private static List<MapNode> load(String name) {
        try (InputStream in = InitialObjects.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> (MapNode) JsonReader.read(line, name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
