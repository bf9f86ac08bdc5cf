package dev.drydock.conformance.rbac;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The clusters that the cases are asked of; each case gets a fork. */
final class Worlds {

    private static final List<String> CONTENT = List.of("rules", "aggregationRule", "roleRef", "subjects");

    private final Path folder;
    private final ListNode base;
    private final Cluster ground;
    private final Map<String, World> worlds = new HashMap<>(); // never iterated

    private Worlds(Path folder, ListNode base) {
        this.folder = folder;
        this.base = base;
        this.ground = new Cluster(Seed.DEFAULT);
        ground.server().installFlux();
        Client admin = ground.as(UserInfo.admin());
        base.forEach(object -> lay(admin, (MapNode) object));
    }

    static Worlds read(Path folder) throws IOException {
        Path file = folder.resolve("base.json");
        return new Worlds(folder, (ListNode) JsonReader.read(Files.readString(file), file.toString()));
    }

    /** Makes an object of the base what the base says. */
    private static void lay(Client admin, MapNode object) {
        GroupVersionKind kind = GroupVersionKind.of(object.findText("apiVersion"), object.findText("kind"));
        NamespacedName name = NamespacedName.of(object);
        ApiResponse found = admin.get(kind, name);
        if (!found.isSuccess()) {
            done(admin.create(object, WriteOptions.as("base")), object);
            return;
        }
        MapNode live = found.object();
        for (String part : CONTENT) {
            Node wanted = object.get(part);
            if (wanted != null && !Objects.equals(wanted, live.get(part))) {
                live = live.with(part, wanted);
            }
        }
        if (!live.equals(found.object())) {
            done(admin.update(live, "", WriteOptions.as("base")), object);
        }
    }

    private static void done(ApiResponse response, MapNode object) {
        if (!response.isSuccess()) {
            throw new IllegalStateException(response.message() + " while laying " + object);
        }
    }

    /**
     * A world.
     *
     * @param cluster the cluster with the world's objects; to be forked
     * @param personas the identities that it names
     */
    record World(Cluster cluster, MapNode personas) {

        UserInfo persona(String name) {
            Node persona = personas.find(name);
            if (persona == null) {
                throw new IllegalArgumentException("no persona " + name);
            }
            return new UserInfo(
                    persona.findText("user"), "", persona.findList("groups").strings(), Map.of());
        }
    }

    World world(String id) {
        return worlds.computeIfAbsent(id, this::build);
    }

    /** A cluster with the objects of the base alone. */
    Cluster ground() {
        return ground.fork();
    }

    /** The rules of a ClusterRole of the base, or null when the base has no such role. */
    @Nullable
    ListNode baseRules(String role) {
        for (Node object : base) {
            if (object.findText("kind").equals("ClusterRole")
                    && object.findText("metadata", "name").equals(role)) {
                return object.findList("rules");
            }
        }
        return null;
    }

    private World build(String id) {
        Path file = folder.resolve("worlds").resolve(id + ".yaml");
        try {
            Node world = YamlReader.read(Files.readString(file), file.toString(), YamlMode.KUSTOMIZE);
            Cluster cluster = ground.fork();
            Client admin = cluster.as(UserInfo.admin());
            for (Node object : world.findList("objects")) {
                done(admin.create((MapNode) object, WriteOptions.as("world")), (MapNode) object);
            }
            return new World(cluster, world.findMap("personas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
