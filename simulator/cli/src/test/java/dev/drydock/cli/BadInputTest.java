package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each gives one message and exit code 2, and no stack trace. */
class BadInputTest extends CommandLineFixture {

    private void isRefused(String message, Object... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void no_such_path() {
        isRefused("error: " + folder.resolve("nope") + ": no such file or folder", "test", folder.resolve("nope"));
    }

    @Test
    void a_path_with_a_typo() throws IOException {
        write("a.scenario.yaml", HOLDS);
        isRefused(
                "no such file or folder; did you mean \"a.scenario.yaml\"?", "test", folder.resolve("a.scenaro.yaml"));
        isRefused("did you mean \"" + folder.getFileName() + "\"?", "test", folder + "x/a.scenario.yaml");
    }

    @Test
    void an_object_with_a_typo() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        assertThat(run("explain", file, "cm/default/a")).isEqualTo(2);
        assertThat(out.toString()).contains("no such object", "nearest: ConfigMap/default/a");
    }

    @Test
    void a_folder_without_scenarios() {
        isRefused("error: no *.scenario.yaml is below " + folder, "test", folder);
    }

    @Test
    void a_broken_file_among_good_ones() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        Path bad = write("b.scenario.yaml", "a: [\n");
        Path report = folder.resolve("report.json");
        isRefused("error: " + bad + ":", "test", folder, "--report", "json=" + report);
        assertThat(report).doesNotExist();
    }

    @Test
    void a_broken_manifest() throws IOException {
        write("m.yaml", "a: b: c\n");
        write("a.scenario.yaml", HOLDS.replace("NAME", "a").replaceFirst("\\{resource: .*}}}", "{file: m.yaml}"));
        isRefused("m.yaml:1:", "test", folder);
    }

    @Test
    void a_manifest_without_objects() throws IOException {
        Path empty = write("m.yaml", "# nothing\n---\n");
        write("a.scenario.yaml", HOLDS.replace("NAME", "a").replaceFirst("\\{resource: .*}}}", "{file: m.yaml}"));
        isRefused("error: " + empty + ":1:1: no object is here to apply", "test", folder);
    }

    @Test
    void a_name_that_nothing_has() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused("none of the 1 scenarios has that name", "test", folder, "--name", "zzz");
    }

    @Test
    void a_shard_that_is_none() {
        isRefused("--shard 3/2: I/N with I from 1 to N is expected", "test", folder, "--shard", "3/2");
    }

    @Test
    void a_number_of_seeds_that_compares_nothing() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused("--seeds 1: a number of orders from 2 to 1000", "test", folder, "--seeds", "1");
    }

    @Test
    void one_seed_and_several() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused("give one of them", "test", folder, "--seeds", "3", "--seed", "1");
    }

    @Test
    void a_question_about_what_nothing_serves() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused(
                "error: nothing serves configmap; a plural name is expected",
                "can-i",
                "--as",
                "ann",
                "get",
                "configmap",
                file);
    }

    @Test
    void a_question_that_nobody_asks() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused("Missing required option: '--as=USER'", "can-i", "get", "configmaps", file);
        isRefused("Missing required option: '--of=USER'", "blast-radius", file);
    }

    @Test
    void a_question_about_one_of_two_scenarios() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a") + "---\n" + HOLDS.replace("NAME", "b"));
        isRefused("has 2 scenarios; name one: --name a", "blast-radius", "--of", "ann", file);
    }

    @Test
    void a_report_of_unknown_form() {
        isRefused("[JUNIT, JSON, HTML, GITHUB] (case-insensitive) but was 'pdf'", "test", folder, "--report", "pdf=x");
    }

    @Test
    void an_unknown_corpus() {
        isRefused("no corpus is named nope; known: api-custom, ", "conform", "nope", folder);
    }

    @Test
    void a_corpus_without_its_file() {
        isRefused("cases.jsonl: no such file or folder", "conform", "rbac", folder);
    }

    @Test
    void an_unknown_command() {
        isRefused("Did you mean: drydock test", "tests");
    }

    @Test
    void an_object_that_is_none() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused("names no object", "explain", file, "ConfigMap");
    }

    @Test
    void a_folder_without_kustomization() {
        isRefused("kustomization.yaml", "kustomize", "build", folder);
    }
}
