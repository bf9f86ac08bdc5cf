package dev.drydock.kubernetes.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets that ask for the token of an account. */
class TokenLoopTest {

    private static final String ACCOUNT =
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: deployer, namespace: team-a}}";
    private static final String SECRET = "{apiVersion: v1, kind: Secret, metadata: {name: token, namespace: team-a,"
            + " annotations: {kubernetes.io/service-account.name: deployer}}, type: kubernetes.io/service-account-token}";

    private final Cluster cluster = new Cluster(Seed.DEFAULT).install(ControllerManager.withoutWorkloads());

    @BeforeEach
    void make_a_namespace() {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}");
    }

    private MapNode apply(String manifest) {
        MapNode object = (MapNode) YamlReader.read(manifest, "test.yaml", YamlMode.KUBERNETES);
        ApiResponse response = cluster.as(UserInfo.admin()).apply(object, WriteOptions.as("test"));
        assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
        cluster.kernel().advance(Duration.ofSeconds(1));
        return response.object();
    }

    private ApiResponse secret() {
        return cluster.as(UserInfo.admin()).get(Kinds.SECRET, new NamespacedName("team-a", "token"));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    @Test
    void a_secret_gets_what_a_pod_would_mount() {
        MapNode account = apply(ACCOUNT);
        apply(SECRET);

        MapNode secret = secret().object();
        String uid = account.findText("metadata", "uid");
        assertThat(secret.findText("metadata", "annotations", "kubernetes.io/service-account.uid"))
                .isEqualTo(uid);
        assertThat(decoded(secret.findText("data", "namespace"))).isEqualTo("team-a");
        assertThat(decoded(secret.findText("data", "ca.crt"))).startsWith("-----BEGIN CERTIFICATE-----");
        String[] token = decoded(secret.findText("data", "token")).split("\\.", -1);
        assertThat(token).hasSize(3);
        assertThat(decoded(token[1]))
                .contains("\"sub\":\"system:serviceaccount:team-a:deployer\"", uid, "secret.name\":\"token\"");
        assertThat(Base64.getUrlDecoder().decode(token[2])).hasSize(256);
    }

    @Test
    void what_is_taken_out_comes_back_and_a_token_stays() {
        apply(ACCOUNT);
        apply(SECRET);
        MapNode filled = secret().object();

        cluster.as(UserInfo.admin()).update(filled.withoutPath("data", "ca.crt"), "", WriteOptions.as("test"));
        cluster.kernel().advance(Duration.ofSeconds(1));

        assertThat(secret().object().findMap("data")).isEqualTo(filled.findMap("data"));
    }

    @Test
    void a_secret_for_an_account_that_is_missing_goes() {
        apply(SECRET);

        assertThat(secret().code()).isEqualTo(404);
    }

    @Test
    void a_secret_goes_with_its_account() {
        apply(ACCOUNT);
        apply(SECRET);

        cluster.as(UserInfo.admin())
                .delete(Kinds.SERVICE_ACCOUNT, new NamespacedName("team-a", "deployer"), MapNode.EMPTY);
        cluster.kernel().advance(Duration.ofSeconds(1));

        assertThat(secret().code()).isEqualTo(404);
    }
}
