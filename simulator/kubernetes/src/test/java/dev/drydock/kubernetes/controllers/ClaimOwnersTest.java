package dev.drydock.kubernetes.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that belong to Pods or to StatefulSets. */
class ClaimOwnersTest {

    private final Cluster cluster = new Cluster(Seed.DEFAULT).install(ControllerManager.withWorkloads(List.of()));

    @BeforeEach
    void make_a_namespace() {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}");
    }

    private void apply(String manifest) {
        MapNode object = (MapNode) YamlReader.read(manifest, "test.yaml", YamlMode.KUBERNETES);
        ApiResponse response = cluster.as(UserInfo.admin()).apply(object, WriteOptions.as("test"));
        assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
        cluster.kernel().advance(Duration.ofSeconds(30));
    }

    private void delete(GroupVersionKind kind, String name) {
        cluster.as(UserInfo.admin())
                .delete(kind, new NamespacedName("team-a", name), MapNode.of("propagationPolicy", "Background"));
        cluster.kernel().advance(Duration.ofSeconds(60));
    }

    private void set(int replicas, String policy) {
        apply("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: team-a}, spec: {replicas: "
                + replicas + policy + ", selector: {matchLabels: {app: db}}, template: {metadata: {labels: {app: db}},"
                + " spec: {containers: [{name: db, image: 'db:1'}]}}, volumeClaimTemplates: [{metadata: {name: data},"
                + " spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}}");
    }

    private List<String> claims() {
        return cluster.as(UserInfo.admin()).list(Kinds.CLAIM, "team-a", "").object().findList("items").stream()
                .map(claim -> claim.findText("metadata", "name")
                        + claim.findList("metadata", "ownerReferences").stream()
                                .map(owner -> " of " + owner.findText("kind") + "/" + owner.findText("name"))
                                .findFirst()
                                .orElse(""))
                .toList();
    }

    @Test
    void an_ephemeral_volume_lives_with_its_pod() {
        apply("{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: team-a}, spec: {containers: [{name: a,"
                + " image: 'a:1'}], volumes: [{name: cache, ephemeral: {volumeClaimTemplate: {metadata: {labels: {a: b}},"
                + " spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}}]}}");
        assertThat(claims()).containsExactly("web-cache of Pod/web");

        delete(Kinds.POD, "web");
        assertThat(claims()).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}, scaled to one {3}, deleted {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Retain, Retain, '',                     'data-db-0,data-db-1', 'data-db-0,data-db-1'",
                "Delete, Retain, ' of StatefulSet/db',   'data-db-0 of StatefulSet/db,data-db-1 of StatefulSet/db', ''",
                "Retain, Delete, '',                     'data-db-0', 'data-db-0'",
                "Delete, Delete, ' of StatefulSet/db',   'data-db-0 of StatefulSet/db', ''",
            })
    void claims_of_a_set_follow_its_policy(String deleted, String scaled, String owner, String left, String last) {
        String policy =
                ", persistentVolumeClaimRetentionPolicy: {whenDeleted: " + deleted + ", whenScaled: " + scaled + "}";
        set(2, policy);
        assertThat(claims()).containsExactly("data-db-0" + owner, "data-db-1" + owner);

        set(1, policy);
        cluster.kernel().advance(Duration.ofSeconds(60));
        assertThat(String.join(",", claims())).isEqualTo(left);

        delete(Kinds.STATEFUL_SET, "db");
        assertThat(String.join(",", claims())).isEqualTo(last);
    }

    @Test
    void ordinals_begin_where_the_set_says() {
        set(2, ", ordinals: {start: 3}");

        assertThat(claims()).containsExactly("data-db-3", "data-db-4");
    }
}
