package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Conditions.Condition;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciSourceTest extends SourceFixture {

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
}
