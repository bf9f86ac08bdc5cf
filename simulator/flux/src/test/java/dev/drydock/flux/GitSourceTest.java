package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Conditions.Condition;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitSourceTest extends SourceFixture {

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
