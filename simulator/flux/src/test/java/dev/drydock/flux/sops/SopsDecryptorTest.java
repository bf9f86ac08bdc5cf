package dev.drydock.flux.sops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.FileTree;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SopsDecryptorTest {

    private static final SopsDecryptor DECRYPTOR = decryptor("identity.txt");

    @Test
    void opens_the_values_that_the_rule_names() {
        MapNode opened = DECRYPTOR.open(secret());

        assertThat(opened.has("sops")).isFalse();
        assertThat(opened.findText("metadata", "name")).isEqualTo("credentials");
        assertThat(opened.findText("stringData", "password")).isEqualTo("hunter2");
        assertThat(opened.findLong("stringData", "port")).isEqualTo(5432);
        assertThat(opened.findList("stringData", "list")).containsExactly(Node.of(true));
    }

    @Test
    void leaves_objects_without_a_mac_alone() {
        MapNode plain = secret().without("sops");

        assertThat(DECRYPTOR.open(plain)).isEqualTo(plain);
    }

    @Test
    void says_as_sops_does_that_no_key_fits() {
        assertThatThrownBy(() -> decryptor("stranger.txt").open(secret()))
                .isInstanceOf(SopsException.class)
                .hasMessageStartingWith(
                        "failed to decrypt and format 'team-a/credentials' Secret data: cannot get sops data"
                                + " key: Failed to get the data key required to decrypt the SOPS file.\n\nGroup 0: FAILED\n  age1")
                .hasMessageContaining(
                        "\n    - | failed to create reader for decrypting sops data key with\n      | age:");
    }

    @Test
    void hides_a_value_that_is_not_encrypted() {
        MapNode half = secret().with(List.of("stringData", "password"), "plain");

        assertThatThrownBy(() -> DECRYPTOR.open(half))
                .hasMessage("failed to decrypt and format 'team-a/credentials' Secret data: error decrypting sops tree:"
                        + " Error walking tree: Could not decrypt value: Input string <redacted> does not match sops'"
                        + " data format");
    }

    @Test
    void refuses_a_value_that_was_moved() {
        MapNode secret = secret();
        MapNode moved = secret.with(List.of("stringData", "copy"), secret.findText("stringData", "password"));

        assertThatThrownBy(() -> DECRYPTOR.open(moved)).hasMessageContaining("cipher: message authentication failed");
    }

    @Test
    void names_the_file_of_a_bad_key() {
        assertThatThrownBy(() -> SopsDecryptor.of(Map.of("age.agekey", "not a key"), "team-a/keys"))
                .hasMessage("failed to import 'age.agekey' data from sops decryption Secret 'team-a/keys':"
                        + " failed to parse and add to age identities: unknown identity type");
    }

    @Test
    void opens_the_files_that_secrets_are_generated_from() {
        FileTree tree = FileTree.ofTexts(Map.of(
                "/art/app/kustomization.yaml",
                "components: [../vars]\n",
                "/art/vars/kustomization.yaml",
                "secretGenerator:\n- name: db\n  envs: [variables.env]\n",
                "/art/vars/variables.env",
                text("variables.env")));

        FileTree opened = SourceDecryption.of(tree, "/art", "/art/app", DECRYPTOR);

        assertThat(new String(opened.read("/art/vars/variables.env"), StandardCharsets.UTF_8))
                .isEqualTo("user=ada\n");
    }

    private static MapNode secret() {
        return (MapNode) YamlReader.readAll(text("secret.yaml"), "secret.yaml", YamlMode.KUBERNETES)
                .get(0);
    }

    private static SopsDecryptor decryptor(String identity) {
        return SopsDecryptor.of(Map.of("age.agekey", text(identity)), "team-a/keys");
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(SopsDecryptorTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
