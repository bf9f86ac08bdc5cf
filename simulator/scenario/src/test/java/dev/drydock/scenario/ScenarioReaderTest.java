package dev.drydock.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {

    private static final String MINIMAL = """
            apiVersion: drydock.dev/v1alpha1
            kind: Scenario
            metadata: {name: NAME}
            spec:
              steps:
                - name: One
                  do:
                    - apply: {file: FILE}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String problemsOf(Path file) {
        return String.valueOf(assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> ScenarioReader.read(file))
                .actual()
                .getMessage());
    }

    /** The messages are pinned: each file has its problems beside it, rewritten with -Ddrydock.golden=write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-keys",
                "wrong-values",
                "too-much",
                "paths",
                "duplicates",
                "duplicate-key",
                "broken-yaml",
                "empty",
                "a-list",
                "in-vain"
            })
    void says_everything_that_is_wrong_with_a_file(String name) throws Exception {
        Path file = Path.of(
                Objects.requireNonNull(ScenarioReaderTest.class.getResource("problems/" + name + ".scenario.yaml"))
                        .toURI());
        String found = problemsOf(file).replace(file.getParent() + "/", "") + "\n";
        Path expected = file.resolveSibling(name + ".expected");
        if ("write".equals(System.getProperty("drydock.golden"))) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    @Test
    void reads_several_documents_as_several_scenarios() throws IOException {
        write("a.yaml", "apiVersion: v1\n");
        String one = MINIMAL.replace("NAME", "one").replace("FILE", "a.yaml");
        Path file = write("x.scenario.yaml", one + "---\n" + one.replace("name: one", "name: two"));
        assertThat(ScenarioReader.read(file)).extracting(Scenario::name).containsExactly("one", "two");
    }

    @Test
    void reads_windows_line_ends_and_a_byte_order_mark() throws IOException {
        write("a.yaml", "apiVersion: v1\n");
        String text = MINIMAL.replace("NAME", "one").replace("FILE", "a.yaml").replace("\n", "\r\n");
        assertThat(ScenarioReader.read(write("x.scenario.yaml", "\uFEFF" + text)))
                .hasSize(1);
    }

    @Test
    void shows_the_line_without_its_windows_line_end() throws IOException {
        Path file = write("x.scenario.yaml", MINIMAL.replace("kind:", "kinds:").replace("\n", "\r\n"));
        assertThat(problemsOf(file)).doesNotContain("\r").contains("unknown key; did you mean \"kind\"?");
    }

    @Nested
    class A_file_that_is_no_scenario {

        @Test
        void is_binary() throws IOException {
            Path file = Files.write(folder.resolve("x.scenario.yaml"), new byte[] {1, 0, 2});
            assertThat(problemsOf(file)).contains("is a binary file; a text in UTF-8 is expected");
        }

        @Test
        void is_no_text() throws IOException {
            Path file = Files.write(folder.resolve("x.scenario.yaml"), new byte[] {'a', (byte) 0xC3, '('});
            assertThat(problemsOf(file)).contains("is no text in UTF-8");
        }

        @Test
        void is_huge() throws IOException {
            Path file = folder.resolve("x.scenario.yaml");
            try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
                huge.setLength(5L << 30);
            }
            assertThat(problemsOf(file)).contains("has 5368709120 bytes; files above 16777216 bytes are not read");
        }

        @Test
        void is_a_folder() {
            assertThat(problemsOf(folder)).contains("is a folder; a file is expected");
        }
    }

    @Nested
    class A_text_in_another_encoding {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a: b\\nname: café | ISO-8859-1 | :2:10: is no text in UTF-8: the byte 0xE9",
                    "a: b | UTF-16 | :1:1: is a text in UTF-16; save it as UTF-8",
                    "a: b | UTF-16LE | :1:2: is a binary file",
                })
        void is_refused_at_its_first_wrong_byte(String text, String charset, String message) throws IOException {
            byte[] bytes = text.replace("\\n", "\n").getBytes(Charset.forName(charset));
            Path file = Files.write(folder.resolve("x.scenario.yaml"), bytes);
            assertThat(problemsOf(file)).contains(message);
        }
    }

    @Test
    void says_what_stands_behind_the_end_of_a_document() throws IOException {
        String one = MINIMAL.replace("NAME", "one").replace("FILE", "a.yaml");
        Path file = write("x.scenario.yaml", one + "... # the end\n\n" + one.replace("name: one", "name: two"));
        assertThat(problemsOf(file)).contains("x.scenario.yaml:11:1: stands behind the end of the document");
        write("a.yaml", "apiVersion: v1\n");
        Path right = write("y.scenario.yaml", one + "...\n# no more\n---\n" + one.replace("name: one", "name: two"));
        assertThat(ScenarioReader.read(right)).hasSize(2);
    }

    @Test
    void takes_what_is_refused_on_purpose() throws IOException {
        Path file = write("x.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata: {name: one}
                spec:
                  webhooks:
                    - {name: a.example.com, answers: [{deny: {reason: Odd, message: never}}]}
                  steps:
                    - name: One
                      do:
                        - apply: {resource: {apiVersion: v1, metadata: {name: a}}}
                          blocked: {}
                        - delete: {target: ConfigMap/default/a, propagationPolicy: Sideways}
                        - delete: {target: ConfigMap/default/a, propagationPolicy: background}
                          blocked: {reason: Invalid, code: 422}
                        - patch: {target: ConfigMap/default/a, type: json, patch: [{op: foo, path: /a}]}
                          blocked: {reason: Odd}
                """);
        assertThat(ScenarioReader.read(file)).hasSize(1);
    }

    @Test
    void says_which_tag_names_no_type() throws IOException {
        String one = MINIMAL.replace("NAME", "!!python/object:os.system x");
        assertThat(problemsOf(write("x.scenario.yaml", one)))
                .contains("x.scenario.yaml:3:18: the tag !!python/object:os.system names no type of YAML");
    }

    @Nested
    class A_symbolic_link {

        private Path link(String name, Path target) throws IOException {
            Path link = folder.resolve("scenario").resolve(name);
            Files.createDirectories(link.getParent());
            try {
                return Files.createSymbolicLink(link, target);
            } catch (UnsupportedOperationException | IOException e) {
                assumeThat(false).as("links can be made here").isTrue();
                throw e;
            }
        }

        private String problemsOfApplying(String path) throws IOException {
            Path file = folder.resolve("scenario/x.scenario.yaml");
            Files.writeString(file, MINIMAL.replace("NAME", "x").replace("FILE", path));
            return problemsOf(file);
        }

        @Test
        void may_not_lead_out_of_the_folder() throws IOException {
            Files.writeString(folder.resolve("secret.yaml"), "a: b\n");
            link("out.yaml", folder.resolve("secret.yaml"));
            assertThat(problemsOfApplying("out.yaml"))
                    .contains("\"out.yaml\" leads through a symbolic link out of the folder of the scenario file");
        }

        @Test
        void may_not_lead_in_a_circle() throws IOException {
            link("a.yaml", Path.of("b.yaml"));
            link("b.yaml", Path.of("a.yaml"));
            assertThat(problemsOfApplying("a.yaml")).contains("\"a.yaml\" symbolic links lead in a circle");
        }
    }

    @Test
    void reads_what_the_format_page_shows() throws IOException {
        for (String name : List.of("platform.yaml", "kustomization.yaml", "cluster-role.yaml")) {
            write(name, "apiVersion: v1\n");
        }
        Files.createDirectories(folder.resolve("apps"));
        Path file = write("x.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata:
                  name: cluster-role-in-a-tenant-repository
                  labels: {pack: article}
                spec:
                  profile: {tenancy: lockdown}
                  repositories:
                    - url: https://git.example.com/team-brontosaurus/apps.git
                      directory: apps
                  steps:
                    - name: The platform team onboards team-brontosaurus
                      do:
                        - apply: {file: platform.yaml}
                    - name: The team's bot registers its Kustomization
                      as: system:serviceaccount:team-brontosaurus:brontosaurus-ci-bot
                      do:
                        - apply: {file: kustomization.yaml}
                        - apply: {file: cluster-role.yaml}
                          blocked: {reason: Forbidden, message: {contains: at the cluster scope}}
                    - name: Flux reconciles
                      do:
                        - settle: {}
                      expect:
                        - outcome: Stuck
                          of: Kustomization/team-brontosaurus/team-brontosaurus-apps
                          reason: ReconciliationFailed
                          message: {contains: 'cannot patch resource "clusterroles"'}
                        - absent: {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: brontosaurus}}
                """);
        Scenario scenario = ScenarioReader.read(file).get(0);
        assertThat(scenario.steps()).hasSize(3);
        assertThat(scenario.steps().get(1).operations().get(1).blocked())
                .isEqualTo(new Blocked("Forbidden", new TextMatch.Contains("at the cluster scope"), null));
        assertThat(scenario.steps().get(2).expect().get(0)).isInstanceOf(Check.OfOutcome.class);
        assertThat(scenario.steps().get(2).location().line()).isEqualTo(21);
    }
}
