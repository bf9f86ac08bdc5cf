package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Conditions.Condition;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final String GROUP = "source.toolkit.fluxcd.io";

    private static final GroupVersionKind GIT = new GroupVersionKind(GROUP, "v1", "GitRepository");

    private final FluxWorld world = new FluxWorld(FluxProfile.open());

    private Condition ready(String kind, String spec) {
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: " + kind
                        + ", metadata: {name: source, namespace: default}, spec: {interval: 1h, " + spec + "}}")
                .advance(20);
        return world.ready(new GroupVersionKind(GROUP, "v1", kind), "default", "source");
    }

    private void serve(String url, String tag) {
        Content content = FluxWorld.files(Map.of("a.yaml", "a: b"));
        world.repositories.change(url, r -> r.withTag(tag, Commit.of("", "content", Kernel.EPOCH, content)));
    }

    @Test
    void a_tag_of_a_registry_becomes_an_artifact() {
        serve("oci://registry.example.com/team/apps", "v1");

        Condition ready = ready("OCIRepository", "url: oci://registry.example.com/team/apps, ref: {tag: v1}");

        assertThat(ready.isTrue()).isTrue();
        assertThat(ready.message()).startsWith("stored artifact for digest 'v1@sha256:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team/manifests/podinfo", "team/manifests", "tags/blobs/manifests"})
    void a_registry_finds_names_with_the_words_of_its_own_paths(String name) {
        serve("oci://registry.example.com/" + name, "v1");

        assertThat(ready("OCIRepository", "url: oci://registry.example.com/" + name + ", ref: {tag: v1}")
                        .isTrue())
                .isTrue();
    }

    @Test
    void the_registry_of_the_recordings_does_not_find_such_names() {
        assertThat(new Repositories().registriesCanFind("team/manifests")).isTrue();
        assertThat(Repositories.likeRecorder().copy().registriesCanFind("team/manifests"))
                .isFalse();
        assertThat(Repositories.likeRecorder().registriesCanFind("manifests")).isTrue();
    }

    @Test
    void a_tag_that_the_registry_does_not_have_is_unknown() {
        serve("oci://registry.example.com/team/apps", "v1");

        assertThat(ready("OCIRepository", "url: oci://registry.example.com/team/apps, ref: {tag: v2}")
                        .message())
                .isEqualTo(
                        "failed to determine artifact digest: GET"
                                + " https://registry.example.com/v2/team/apps/manifests/v2: MANIFEST_UNKNOWN: manifest unknown");
    }

    @Test
    void a_private_registry_refuses_anonymous_pulls() {
        serve("oci://registry.example.com/team/apps", "v1");
        world.repositories.change("oci://registry.example.com/team/apps", r -> r.withLogin("user", "password"));

        assertThat(ready("OCIRepository", "url: oci://registry.example.com/team/apps, ref: {tag: v1}")
                        .message())
                .endsWith("UNAUTHORIZED: authentication required");
    }

    @Test
    void an_index_of_charts_becomes_an_artifact() {
        Content chart = FluxWorld.files(Map.of("Chart.yaml", "{apiVersion: v2, name: web, version: 1.0.0}"));
        world.repositories.put(
                Repository.empty("https://charts.example.com/team").withCharts(List.of(chart)));

        assertThat(ready("HelmRepository", "url: https://charts.example.com/team")
                        .isTrue())
                .isTrue();
    }

    @Test
    void a_missing_secret_of_a_chart_repository_is_named() {
        assertThat(ready("HelmRepository", "url: https://charts.example.com/team, secretRef: {name: login}")
                        .message())
                .isEqualTo("failed to get authentication secret 'default/login': secrets \"login\" not found");
    }

    @Test
    void a_bucket_cannot_be_reached() {
        assertThat(ready("Bucket", "bucketName: manifests, endpoint: s3.example.com")
                        .message())
                .startsWith("failed to confirm existence of 'manifests' bucket: Get"
                        + " \"https://s3.example.com/manifests/?location=\": dial tcp: lookup s3.example.com");
    }

    @Test
    void a_repository_that_recovers_is_ready_again() {
        String url = "https://git.example.com/team/apps.git";
        world.push(url, Map.of("a.yaml", "a: b"));
        world.repositories.change(url, r -> r.withReachable(false));
        assertThat(ready("GitRepository", "url: \"" + url + "\", ref: {branch: main}")
                        .message())
                .endsWith("/info/refs?service=git-upload-pack\" status code: 503");

        world.repositories.change(url, r -> r.withReachable(true));
        Flux.of(world.cluster).orElseThrow().poke(url);
        world.advance(5);

        assertThat(world.ready(new GroupVersionKind(GROUP, "v1", "GitRepository"), "default", "source")
                        .isTrue())
                .isTrue();
    }

    @Nested
    class With_a_port {

        @Test
        void the_host_alone_is_looked_up() {
            assertThat(ready("OCIRepository", "url: oci://reg.nowhere.org:5000/team/apps")
                            .message())
                    .isEqualTo(
                            "failed to determine artifact digest: Get \"https://reg.nowhere.org:5000/v2/\": dial tcp:"
                                    + " lookup reg.nowhere.org on 10.96.0.10:53: no such host");
        }

        @Test
        void a_bucket_is_looked_up_by_its_host() {
            assertThat(ready("Bucket", "bucketName: manifests, endpoint: \"s3.example.com:9000\"")
                            .message())
                    .endsWith("\"https://s3.example.com:9000/manifests/?location=\": dial tcp: lookup s3.example.com on"
                            + " 10.96.0.10:53: no such host");
        }

        @Test
        void a_git_server_that_is_described_there_answers() {
            world.push("https://git.example.com:8443/team/apps", Map.of("a.yaml", "a: b"));

            assertThat(ready("GitRepository", "url: \"https://git.example.com:8443/team/other\"")
                            .message())
                    .isEqualTo("failed to checkout and determine revision: unable to clone"
                            + " 'https://git.example.com:8443/team/other': repository not found: not found");
        }

        @Test
        void what_answers_at_another_port_of_a_host_is_not_modelled() {
            world.push("https://git.example.com/team/apps", Map.of("a.yaml", "a: b"));

            assertThat(world.repositories.servesHost("git.example.com:443")).isTrue();
            assertThatThrownBy(() -> world.repositories.servesHost("git.example.com:8443"))
                    .isInstanceOf(NotModelledException.class)
                    .hasMessageContaining("git.example.com:8443, which is described at another port alone");
        }
    }

    @Nested
    class An_empty_git_repository {

        private static final String URL = "https://git.example.com/team/empty";

        private Condition readyAt(String reference) {
            world.repositories.put(Repository.empty(URL));
            return ready("GitRepository", "url: \"" + URL + "\", ref: " + reference);
        }

        @Test
        void is_said_to_be_empty_when_a_branch_is_asked_for() {
            Condition ready = readyAt("{branch: main}");

            assertThat(ready.reason()).isEqualTo("EmptyGitRepository");
            assertThat(ready.message()).isEqualTo("git repository is empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{tag: v1}", "{semver: 1.x}", "{commit: abcdef0123456789abcdef0123456789abcdef01}"})
        void cannot_be_cloned_at_anything_else(String reference) {
            Condition ready = readyAt(reference);

            assertThat(ready.reason()).isEqualTo("GitOperationFailed");
            assertThat(ready.message())
                    .isEqualTo("failed to checkout and determine revision: unable to clone: remote repository is empty:"
                            + " git repository: '" + URL + "'");
        }

        @Test
        void has_no_names_to_list() {
            assertThat(readyAt("{name: refs/heads/main}").message())
                    .isEqualTo("failed to checkout and determine revision: unable to list remote for '" + URL
                            + "': remote repository is empty");
        }
    }

    @Test
    void a_range_of_versions_is_read_before_a_server_is_asked() {
        assertThat(ready("GitRepository", "url: \"https://git.nowhere.org/team/apps\", ref: {semver: newest}")
                        .message())
                .isEqualTo(
                        "failed to checkout and determine revision: semver parse error: improper constraint: \"newest\"");
    }

    @Nested
    class Over_ssh {

        private static final String URL = "ssh://git@git.example.com/team/apps";

        private Condition readyWith(String identity) {
            world.push(URL, Map.of("a.yaml", "a: b"));
            world.apply("{apiVersion: v1, kind: Secret, metadata: {name: deploy, namespace: default}, stringData:"
                    + " {known_hosts: \"git.example.com ssh-ed25519 AAAA\", identity: \"" + identity + "\"}}");
            return ready("GitRepository", "url: \"" + URL + "\", ref: {branch: main}, secretRef: {name: deploy}");
        }

        private static String pem(String kind, String headers, String body) {
            return "-----BEGIN " + kind + "-----\\n" + headers
                    + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.ISO_8859_1)) + "\\n-----END "
                    + kind + "-----\\n";
        }

        @Test
        void a_key_lets_a_source_in_where_it_is_described() {
            assertThat(readyWith(pem("OPENSSH PRIVATE KEY", "", "openssh-key-v1\0\0\0\0\4none..."))
                            .isTrue())
                    .isTrue();
        }

        @Test
        void an_identity_that_is_no_key_is_noticed() {
            Condition ready = readyWith("secret");

            assertThat(ready.reason()).isEqualTo("GitOperationFailed");
            assertThat(ready.message())
                    .isEqualTo(
                            "failed to checkout and determine revision: unable to construct auth method with options:"
                                    + " ssh: no key found");
        }

        @Test
        void an_encrypted_key_needs_a_password() {
            String message =
                    "SSH identity key is encrypted but no 'password' field was provided in the secret 'default/deploy'";

            assertThat(readyWith(pem("OPENSSH PRIVATE KEY", "", "openssh-key-v1\0\0\0\0\12aes256-ctr..."))
                            .message())
                    .isEqualTo(message);
            assertThat(readyWith(pem("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\\nDEK-Info: AES\\n\\n", "..."))
                            .message())
                    .isEqualTo(message);
        }

        @Test
        void what_nobody_described_is_not_modelled() {
            readyWith(pem("PRIVATE KEY", "", "..."));
            world.repositories.change(URL, r -> r.withReachable(false));
            Flux.of(world.cluster).orElseThrow().poke(URL);
            world.advance(5);

            assertThat(Flux.of(world.cluster).orElseThrow().notModelled(world.get(GIT, "default", "source")))
                    .contains("Git over SSH beyond what is described, here " + URL);
        }
    }

    private void secret(String name, String data) {
        world.apply("{apiVersion: v1, kind: Secret, metadata: {name: " + name + ", namespace: default}, stringData: "
                + data + "}");
    }

    @Nested
    class A_bucket {

        private static final String PLACE = "bucketName: manifests, endpoint: s3.example.com, ";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "proxySecretRef: {name: bare} | failed to get proxy URL: secret 'default/bare': key 'address' not found",
                    "certSecretRef: {name: bare} | failed to get TLS config: secret 'default/bare' must contain either"
                            + " 'ca.crt' or both 'tls.crt' and 'tls.key'",
                    "certSecretRef: {name: nothing}, secretRef: {name: bare} | failed to get TLS config: secret"
                            + " 'default/nothing' not found",
                    "secretRef: {name: bare} | invalid 'bare' secret data: required fields 'accesskey' and 'secretkey'",
                    "sts: {provider: ldap, endpoint: https://sts.example.com, secretRef: {name: nothing}} | failed to get"
                            + " STS secret 'default/nothing': secrets \"nothing\" not found",
                    "sts: {provider: ldap, endpoint: https://sts.example.com, certSecretRef: {name: bare}} | failed to get"
                            + " STS TLS config: secret 'default/bare' must contain either 'ca.crt' or both 'tls.crt' and"
                            + " 'tls.key'",
                    "sts: {provider: ldap, endpoint: https://sts.example.com, secretRef: {name: bare}} | invalid 'bare'"
                            + " secret data for 'ldap' STS provider: required fields username, password"
                })
        void checks_what_its_secrets_hold_in_the_order_of_the_controller(String spec, String message) {
            secret("bare", "{other: data}");

            Condition ready = ready("Bucket", PLACE + spec);

            assertThat(ready.reason()).isEqualTo("AuthenticationFailed");
            assertThat(ready.message()).isEqualTo(message);
        }
    }

    @Test
    void a_bucket_is_not_unreachable_where_more_exists_than_is_described() {
        FluxWorld replayed = new FluxWorld(FluxProfile.open(), Repositories.ofWhatIsKnown(false));
        replayed.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: Bucket, metadata: {name: source, namespace:"
                        + " default}, spec: {interval: 1h, bucketName: manifests, endpoint: s3.example.com}}")
                .advance(20);

        assertThat(Flux.of(replayed.cluster)
                        .orElseThrow()
                        .notModelled(replayed.get(new GroupVersionKind(GROUP, "v1", "Bucket"), "default", "source")))
                .contains("what the Bucket at s3.example.com serves, which nobody described");
    }

    @Nested
    class An_oci_repository {

        private static final String URL = "oci://registry.example.com/team/apps";
        private static final GroupVersionKind KIND = new GroupVersionKind(GROUP, "v1", "OCIRepository");

        private Condition readyWith(String spec) {
            serve(URL, "v1");
            return ready("OCIRepository", "url: " + URL + ", ref: {tag: v1}, " + spec);
        }

        private MapNode source() {
            return world.get(KIND, "default", "source");
        }

        private Optional<String> notModelled() {
            return Flux.of(world.cluster).orElseThrow().notModelled(source());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "proxySecretRef: {name: bare} | failed to get proxy address: secret 'default/bare': key 'address' not"
                            + " found",
                    "proxySecretRef: {name: odd} | failed to get proxy address: secret 'default/odd': proxy URL must use"
                            + " one of the supported schemes (http, https, socks5), got 'ftp'",
                    "certSecretRef: {name: bare} | failed to generate transport for 'oci://registry.example.com/team/apps':"
                            + " secret 'default/bare' must contain either 'ca.crt' or both 'tls.crt' and 'tls.key'",
                    "certSecretRef: {name: odd} | failed to generate transport for 'oci://registry.example.com/team/apps':"
                            + " failed to parse CA certificate",
                    "certSecretRef: {name: half} | failed to generate transport for 'oci://registry.example.com/team/apps':"
                            + " secret 'default/half' contains 'tls.crt' but missing 'tls.key'",
                    "certSecretRef: {name: nothing}, proxySecretRef: {name: bare} | failed to get proxy address: secret"
                            + " 'default/bare': key 'address' not found"
                })
        void is_told_what_its_secrets_lack(String spec, String message) {
            secret("bare", "{other: data}");
            secret("odd", "{address: \"ftp://proxy.example.com\", caFile: none}");
            secret("half", "{tls.crt: data, ca.crt: data}");

            Condition ready = readyWith(spec);

            assertThat(ready.reason()).isEqualTo("AuthenticationFailed");
            assertThat(ready.message()).isEqualTo(message);
        }

        @Test
        void is_not_predicted_behind_a_proxy() {
            secret("proxy", "{address: \"http://proxy.example.com:3128\"}");
            world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: OCIRepository, metadata: {name: source,"
                            + " namespace: default}, spec: {interval: 1h, url: " + URL
                            + ", proxySecretRef: {name: proxy}}}")
                    .advance(20);

            assertThat(notModelled()).contains("proxies in front of sources (spec.proxySecretRef)");
        }

        @Test
        void is_not_predicted_with_a_login_of_a_cloud() {
            world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: OCIRepository, metadata: {name: source,"
                            + " namespace: default}, spec: {interval: 1h, provider: aws, url: " + URL + "}}")
                    .advance(20);

            assertThat(notModelled()).contains("cloud credentials for registries (spec.provider: aws)");
        }

        @Test
        void stalls_when_an_account_is_to_log_in_to_a_cloud() {
            world.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: puller, namespace: default}}");

            Condition ready = readyWith("provider: azure, serviceAccountName: puller");

            assertThat(ready.reason()).isEqualTo("FeatureGateDisabled");
            assertThat(ready.message())
                    .isEqualTo("to use spec.serviceAccountName for provider authentication please enable the"
                            + " ObjectLevelWorkloadIdentity feature gate in the controller");
            assertThat(Conditions.isTrue(source(), "Stalled")).isTrue();
            assertThat(Conditions.find(source(), "FetchFailed")).isEmpty();
        }

        @Test
        void asks_no_cloud_when_a_secret_brings_the_login() {
            world.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: puller, namespace: default},"
                    + " imagePullSecrets: [{name: login}]}");
            secret("login", "{other: data}");

            assertThat(readyWith("provider: azure, serviceAccountName: puller").isTrue())
                    .isTrue();
        }

        @Test
        void is_pulled_again_when_another_layer_is_asked_for() {
            assertThat(readyWith("layerSelector: {operation: extract}").isTrue())
                    .isTrue();
            assertThat(source().findText("status", "observedLayerSelector", "operation"))
                    .isEqualTo("extract");
            assertThat(source().findText("status", "url")).endsWith("/ocirepository/default/source/latest.tar.gz");

            Condition ready = readyWith("layerSelector: {mediaType: text/plain}");

            assertThat(ready.reason()).isEqualTo("OCIArtifactLayerOperationFailed");
            assertThat(ready.message()).isEqualTo("failed to find layer with media type 'text/plain' in artifact");
        }

        @Test
        void is_stored_again_when_other_files_are_ignored() {
            readyWith("layerSelector: {operation: extract}");
            String digest = source().findText("status", "artifact", "digest");

            assertThat(readyWith("ignore: \"*.yaml\"").isTrue()).isTrue();

            assertThat(source().findText("status", "observedIgnore")).isEqualTo("*.yaml");
            assertThat(source().findMap("status").has("observedLayerSelector")).isFalse();
            assertThat(source().findText("status", "artifact", "digest")).isNotEqualTo(digest);
        }

        @Test
        void is_tried_without_tls_too_when_it_says_that_it_is_insecure() {
            assertThat(ready("OCIRepository", "url: oci://reg.nowhere.org/team/apps, insecure: true")
                            .message())
                    .isEqualTo(
                            "failed to determine artifact digest: Get \"https://reg.nowhere.org/v2/\": dial tcp: lookup"
                                    + " reg.nowhere.org on 10.96.0.10:53: no such host; Get \"http://reg.nowhere.org/v2/\": dial"
                                    + " tcp: lookup reg.nowhere.org on 10.96.0.10:53: no such host");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{provider: cosign, secretRef: {name: keys}} | cosign | secrets \"keys\" not found",
                    "{provider: cosign, secretRef: {name: bare}} | cosign | no matching signatures were found for"
                            + " 'registry.example.com/team/apps@sha256:",
                    "{provider: notation, secretRef: {name: bare}} | notation | 'trustpolicy.json' not found in secret"
                            + " 'default/bare'",
                    "{provider: notation} | notation | verification secret cannot be empty:"
                            + " 'registry.example.com/team/apps@sha256:"
                })
        void cannot_be_verified_without_keys(String verify, String provider, String problem) {
            secret("bare", "{other: data}");

            Condition ready = readyWith("verify: " + verify);

            assertThat(ready.reason()).isEqualTo("VerificationError");
            assertThat(ready.message())
                    .startsWith("failed to verify the signature using provider '" + provider + "': " + problem);
        }
    }

    @Test
    void a_signature_that_is_taken_as_good_is_said_to_be_verified() {
        FluxWorld trusting = new FluxWorld(FluxProfile.open(), Repositories.ofWhatIsKnown(true));
        Content content = FluxWorld.files(Map.of("a.yaml", "a: b"));
        trusting.repositories.change(
                "oci://registry.example.com/team/apps",
                r -> r.withTag("v1", Commit.of("", "content", Kernel.EPOCH, content)));
        trusting.apply(
                        "{apiVersion: source.toolkit.fluxcd.io/v1, kind: OCIRepository, metadata: {name: source, namespace:"
                                + " default}, spec: {interval: 1h, url: oci://registry.example.com/team/apps, ref: {tag: v1},"
                                + " verify: {provider: cosign}}}")
                .advance(20);

        Condition verified = Conditions.find(
                        trusting.get(new GroupVersionKind(GROUP, "v1", "OCIRepository"), "default", "source"),
                        "SourceVerified")
                .orElseThrow();
        assertThat(verified.isTrue()).isTrue();
        assertThat(verified.message()).startsWith("verified signature of revision v1@sha256:");
    }

    @Test
    void a_commit_whose_signature_is_taken_as_good_is_said_to_be_verified() {
        FluxWorld trusting = new FluxWorld(FluxProfile.open(), Repositories.ofWhatIsKnown(true));
        trusting.repositories.put(Repository.empty("https://git.example.com/team/apps"));
        trusting.push("https://git.example.com/team/apps", Map.of("a.yaml", "a: b"))
                .apply(
                        "{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: source, namespace:"
                                + " default}, spec: {interval: 1h, url: \"https://git.example.com/team/apps\", ref: {branch: main},"
                                + " verify: {mode: HEAD, secretRef: {name: keys}}}}")
                .advance(20);

        MapNode source = trusting.get(GIT, "default", "source");
        Condition verified = Conditions.find(source, "SourceVerified").orElseThrow();
        assertThat(verified.isTrue()).isTrue();
        assertThat(verified.message()).matches("verified signature of\\n\\t- commit '[0-9a-f]{40}' with key '.*'");
        assertThat(source.findText("status", "sourceVerificationMode")).isEqualTo("HEAD");
    }

    @Test
    void submodules_are_not_modelled_where_there_are_any() {
        String url = "https://git.example.com/team/apps";
        world.push(url, Map.of("a.yaml", "a: b"));
        String spec = "url: \"" + url + "\", ref: {branch: main}, recurseSubmodules: true";
        assertThat(ready("GitRepository", spec).isTrue()).isTrue();

        world.push(url, Map.of("a.yaml", "a: b", ".gitmodules", "[submodule \"lib\"]"))
                .advance(5);

        assertThat(Flux.of(world.cluster).orElseThrow().notModelled(world.get(GIT, "default", "source")))
                .contains("submodules of Git repositories (spec.recurseSubmodules)");
    }
}
