package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random commits of a tenant under lockdown, and what must hold after each of them. */
class FluxSimulationTest {

    private static final String URL = "https://git.example.com/tenant/apps.git";
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final List<String> KINDS =
            List.of("ConfigMap", "ConfigMap", "ConfigMap", "ClusterRole", "Namespace");

    private static final String PLATFORM = """
            {apiVersion: v1, kind: Namespace, metadata: {name: tenant}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: elsewhere}}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: reconciler, namespace: tenant}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: ServiceAccount, name: default, namespace: tenant}]
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: apps, namespace: tenant}
            spec: {interval: 1h, url: "https://git.example.com/tenant/apps.git", ref: {branch: main}}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: tenant}
            spec: {interval: 10m, retryInterval: 30s, prune: true, sourceRef: {kind: GitRepository, name: apps}}
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void invariants_hold_after_every_commit(long number) {
        Random random = new Random(number);
        FluxWorld world = new FluxWorld(FluxProfile.lockdown(), new Seed(number)).apply(PLATFORM);
        for (int commit = 0; commit < 6; commit++) {
            List<String> objects = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                String kind = KINDS.get(random.nextInt(KINDS.size()));
                String namespace = random.nextInt(6) == 0 ? "elsewhere" : "tenant";
                objects.add("{apiVersion: " + (kind.equals("ClusterRole") ? "rbac.authorization.k8s.io/v1" : "v1")
                        + ", kind: " + kind + ", metadata: {name: object-" + i
                        + (kind.equals("ConfigMap") ? ", namespace: " + namespace : "") + "}}");
            }
            world.push(URL, Map.of("objects.yaml", String.join("\n---\n", objects)))
                    .advance(random.nextInt(90));
            check(world, "seed " + number + ", commit " + commit + ": " + objects);
        }
    }

    private static void check(FluxWorld world, String at) {
        MapNode live = world.get(FluxWorld.KUSTOMIZATION, "tenant", "apps");
        long readyConditions = live.findList("status", "conditions").stream()
                .filter(condition -> "Ready".equals(condition.findString("type")))
                .count();
        assertThat(readyConditions).as(at).isLessThanOrEqualTo(1);
        Map<String, Node> owned = new TreeMap<>();
        for (Node object : world.admin
                .list(CONFIG_MAP, "", "kustomize.toolkit.fluxcd.io/name=apps")
                .object()
                .findList("items")) {
            assertThat(object.findString("metadata", "namespace")).as(at).isEqualTo("tenant");
            owned.put(
                    object.findString("metadata", "namespace") + "_" + object.findString("metadata", "name")
                            + "__ConfigMap",
                    object);
        }
        Inventory inventory = Inventory.of(live.findMap("status", "inventory"));
        if (Conditions.isTrue(live, "Ready")) {
            assertThat(inventory.entries().stream().map(Inventory.Entry::id))
                    .as(at)
                    .containsAll(owned.keySet())
                    .allMatch(owned::containsKey);
        }
        for (String kind : List.of("ClusterRole", "Namespace")) {
            String group = kind.equals("ClusterRole") ? "rbac.authorization.k8s.io" : "";
            assertThat(world.admin
                            .get(new GroupVersionKind(group, "v1", kind), new NamespacedName("", "object-0"))
                            .code())
                    .as(at)
                    .isEqualTo(404);
        }
    }
}
