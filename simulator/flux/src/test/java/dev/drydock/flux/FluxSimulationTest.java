package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random acts of a tenant under lockdown, with events in random order, and what must hold after every event. The platform and
 * another tenant share the cluster and do nothing meanwhile.
 */
class FluxSimulationTest {

    private static final int SEEDS = 1_000;
    private static final int ACTS = 8;
    private static final String URL = "https://git.example.com/tenant/apps.git";
    private static final String OTHER = "https://git.example.com/other/apps.git";
    private static final String OWNER = "kustomize.toolkit.fluxcd.io/name";
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final NamespacedName APPS = new NamespacedName("tenant", "apps");

    private static final String PLATFORM = team("tenant", URL) + team("other", OTHER) + """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: developers, namespace: tenant}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: dora}]
            """;

    /** What the tenant commits, in a namespace where that makes sense; much of it is not the tenant's to make. */
    private static final List<String> OBJECTS = List.of(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: NAME, namespace: NS}, data: {k: VALUE}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: NAME, namespace: NS}, data: {VALUE: v}}",
            "{apiVersion: v1, kind: Secret, metadata: {name: NAME, namespace: NS}, stringData: {k: VALUE}}",
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: NAME, namespace: NS}}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: NAME, namespace: NS}, "
                    + "rules: [{apiGroups: [''], resources: ['*'], verbs: ['*']}]}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: NAME, namespace: NS}, "
                    + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}, "
                    + "subjects: [{kind: ServiceAccount, name: default, namespace: tenant}]}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: NAME}}",
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: NAME}, "
                    + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}, "
                    + "subjects: [{kind: ServiceAccount, name: default, namespace: tenant}]}",
            "{apiVersion: v1, kind: Namespace, metadata: {name: NAME}}",
            "{apiVersion: v1, kind: Namespace, metadata: {name: tenant, labels: {mine: VALUE}}}",
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: NAME, namespace: NS}, spec: {selector: {matchLabels: "
                    + "{a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: VALUE}]}}}}",
            "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: NAME, namespace: NS}, "
                    + "spec: {interval: 5m, prune: true, path: child, sourceRef: {kind: GitRepository, name: apps, "
                    + "namespace: SOURCE}}}",
            "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: NAME, namespace: tenant}, "
                    + "spec: {interval: 5m, prune: true, path: child, targetNamespace: NS, sourceRef: {kind: GitRepository, "
                    + "name: apps}}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: NAME, namespace: NS}, data: {k: [VALUE]}}",
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: Wrong_Name, namespace: NS}}",
            "{apiVersion: example.com/v1, kind: Unknown, metadata: {name: NAME, namespace: NS}}");

    private static String team(String name, String url) {
        return """
                {apiVersion: v1, kind: Namespace, metadata: {name: TEAM}}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: TEAM}}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: reconciler, namespace: TEAM}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                subjects: [{kind: ServiceAccount, name: default, namespace: TEAM}]
                ---
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: apps, namespace: TEAM}
                spec: {interval: 1h, url: "URL", ref: {branch: main}}
                ---
                """.replace("TEAM", name).replace("URL", url) + kustomization(name) + "---\n";
    }

    private static String kustomization(String namespace) {
        return """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: apps, namespace: TEAM}
                spec: {interval: 10m, retryInterval: 30s, prune: true, sourceRef: {kind: GitRepository, name: apps}}
                """.replace("TEAM", namespace);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    private final List<String> broken = new ArrayList<>();
    private final List<String> acts = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("seeds")
    void invariants_hold_after_every_event(long seed) {
        Random random = new Random(seed);
        FluxWorld world = new FluxWorld(FluxProfile.lockdown(), new Seed(seed))
                .push(OTHER, Map.of("a.yaml", object(random, 0, "other")))
                .apply(PLATFORM)
                .advance(60);
        Client dora = world.cluster.as(UserInfo.named("dora", List.of()));
        world.cluster.server().watch(event -> after(event, world));
        for (int i = 0; i < ACTS && isThere(world); i++) {
            act(random, world, dora);
            world.advance(random.nextInt(90));
            if (isThere(world)) {
                pruneWouldDeleteTheInventory(world);
            }
        }
        assertThat(broken).as("seed %s: %s", seed, acts).isEmpty();
    }

    /** Whether the tenant's namespace stands; the tenant can commit it and then delete the Kustomization with it. */
    private static boolean isThere(FluxWorld world) {
        MapNode namespace = world.get(new GroupVersionKind("", "v1", "Namespace"), "", "tenant");
        return namespace.find("metadata", "deletionTimestamp") == null;
    }

    private void act(Random random, FluxWorld world, Client dora) {
        switch (random.nextInt(8)) {
            case 0 -> {
                boolean suspend = random.nextBoolean();
                told("suspend " + suspend, patch(dora, "{spec: {suspend: " + suspend + "}}"));
            }
            case 1 -> {
                boolean prune = random.nextInt(3) > 0;
                told("prune " + prune, patch(dora, "{spec: {suspend: false, prune: " + prune + "}}"));
            }
            case 2 -> {
                NamespacedName name = new NamespacedName("tenant", "object-" + random.nextInt(4));
                told(
                        "delete " + name,
                        dora.delete(CONFIG_MAP, name, MapNode.EMPTY).code());
            }
            case 3 -> {
                told(
                        "delete apps",
                        dora.delete(FluxWorld.KUSTOMIZATION, APPS, MapNode.EMPTY)
                                .code());
                world.advance(30);
                if (isThere(world)) {
                    world.apply(kustomization("tenant"));
                }
            }
            default -> {
                Map<String, String> files = new TreeMap<>();
                int number = random.nextInt(5);
                for (int i = 0; i < number; i++) {
                    files.put("object-" + i + ".yaml", object(random, i, random.nextInt(6) == 0 ? "other" : "tenant"));
                }
                files.put("child/child.yaml", object(random, 9, "tenant"));
                files.put(
                        "kustomization.yaml",
                        "resources: "
                                + files.keySet().stream()
                                        .filter(f -> f.startsWith("object"))
                                        .toList());
                world.push(URL, files);
                acts.add("push " + files);
            }
        }
    }

    private void told(String act, int code) {
        acts.add(act + " " + code);
    }

    private static int patch(Client client, String patch) {
        MapNode node = (MapNode) YamlReader.read(patch, "patch", YamlMode.KUBERNETES);
        return client.patch(FluxWorld.KUSTOMIZATION, APPS, "", PatchType.MERGE, node, WriteOptions.as("dora"))
                .code();
    }

    private static String object(Random random, int number, String namespace) {
        return OBJECTS.get(random.nextInt(OBJECTS.size()))
                .replace("NAME", "object-" + number)
                .replace("NS", namespace)
                .replace("SOURCE", random.nextInt(4) == 0 ? "other" : "tenant")
                .replace("VALUE", "v" + random.nextInt(3));
    }

    private void after(WatchEvent event, FluxWorld world) {
        NamespacedName name = NamespacedName.of(event.object());
        String kind = event.object().findText("kind");
        boolean isOwnReport = kind.equals("Event")
                || (event.previous() != null
                        && Set.of("Kustomization", "GitRepository").contains(kind)
                        && event.previous()
                                .findMap("spec")
                                .equals(event.object().findMap("spec")));
        boolean isOwnNamespace = kind.equals("Namespace") && name.name().equals("tenant");
        if (!name.namespace().equals("tenant") && !isOwnNamespace && !isOwnReport) {
            broken.add(event.type() + " " + kind + " " + name + " lies outside the tenant's namespace");
        }
        if (kind.equals("Kustomization") && event.type() != WatchEvent.Type.DELETED) {
            hasOneReady(event.object(), name);
            boolean becomesReady = Conditions.isTrue(event.object(), "Ready")
                    && (event.previous() == null || !Conditions.isTrue(event.previous(), "Ready"));
            if (becomesReady) {
                hasEverything(event.object(), name, world);
            }
        }
    }

    private void hasOneReady(MapNode kustomization, NamespacedName name) {
        var conditions = kustomization.findList("status", "conditions");
        long ready = conditions.stream()
                .filter(condition -> condition.findText("type").equals("Ready"))
                .count();
        if (!conditions.isEmpty() && ready != 1) {
            broken.add(name + " has " + ready + " Ready conditions");
        }
    }

    private void hasEverything(MapNode kustomization, NamespacedName name, FluxWorld world) {
        for (MapNode object :
                Inventory.of(kustomization.findMap("status", "inventory")).objects()) {
            if (world.admin
                            .get(GroupVersionKind.of(object), NamespacedName.of(object))
                            .code()
                    != 200) {
                broken.add(name + " is Ready without " + object);
            }
        }
    }

    /** Deletes the Kustomization on a fork: what goes with it is what its inventory names, and nothing else of it is left. */
    private void pruneWouldDeleteTheInventory(FluxWorld world) {
        MapNode live = world.admin.get(FluxWorld.KUSTOMIZATION, APPS).object();
        if (!Conditions.isTrue(live, "Ready") || live.isTrue("spec", "suspend") || !live.isTrue("spec", "prune")) {
            return;
        }
        Cluster fork = world.cluster.fork();
        Set<String> expected = new TreeSet<>();
        Client admin = fork.as(UserInfo.admin());
        for (MapNode object : Inventory.of(live.findMap("status", "inventory")).objects()) {
            MapNode there = admin.get(GroupVersionKind.of(object), NamespacedName.of(object))
                    .object();
            if (there.findText("metadata", "labels", OWNER).equals("apps")) { // unless another Kustomization took it
                expected.add(GroupVersionKind.of(object) + " " + NamespacedName.of(object));
            }
        }
        Set<String> gone = new TreeSet<>();
        fork.server().watch(event -> {
            boolean isGoing = event.type() == WatchEvent.Type.DELETED
                    || event.object().find("metadata", "deletionTimestamp") != null; // a namespace with its content
            if (isGoing
                    && !NamespacedName.of(event.object()).equals(APPS)
                    && event.object().findText("metadata", "labels", OWNER).equals("apps")) {
                gone.add(GroupVersionKind.of(event.object()) + " " + NamespacedName.of(event.object()));
            }
        });
        admin.delete(FluxWorld.KUSTOMIZATION, APPS, MapNode.EMPTY);
        fork.kernel().advance(Duration.ofMinutes(2));
        if (!gone.equals(expected)) {
            broken.add("prune deletes " + gone + ", the inventory names " + expected);
        }
    }
}
