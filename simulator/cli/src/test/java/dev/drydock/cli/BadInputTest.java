package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        isRefused("no scenario has that name and those labels; found: \"a\"", "test", folder, "--name", "zzz");
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

    @Test
    void an_outage_of_nothing() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a").replaceFirst("apply: .*", "outage: {repository: \"\"}"));
        isRefused("outage.repository: may not be empty", "test", folder);
        assertThat(err.toString()).doesNotContain("nothing is served");
    }

    @Test
    void a_corpus_without_questions() throws IOException {
        isRefused("error: no questions found below " + folder, "conform", "helm-charts", folder);
        isRefused("--show -5: a number of differences", "conform", "helm-charts", folder, "--show", "-5");
    }

    @Test
    void a_report_that_replaces_an_input() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        Path plain = write("plain.yaml", HOLDS.replace("NAME", "b"));
        Path other = write("other.scenario.yml", "not read");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        isRefused("is a scenario file, which the report would replace", "test", plain, "--report", "json=" + file);
        isRefused("link.json: is a scenario file", "test", plain, "--report", "json=" + link);
        isRefused("other.scenario.yml: is a scenario file", "test", plain, "--report", "html=" + other);
        isRefused("plain.yaml: is an input of this run", "test", plain, "--report", "json=" + plain);
        assertThat(file).content().contains("kind: Scenario");
        assertThat(plain).content().contains("kind: Scenario");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_report_that_cannot_be_written() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        String same = "json=" + folder.resolve("r/x") + ",junit=" + folder.resolve("r/./x");
        isRefused("is the file of json=" + folder.resolve("r/x") + " too", "test", file, "--report", same);
        String twice = "json=" + folder.resolve("r/x") + ",json=" + folder.resolve("r/y");
        isRefused("a form of json is given twice", "test", file, "--report", twice);
        isRefused("'--report' (FORM=FILE): the path is empty", "test", file, "--report", "junit=");
        isRefused(": is a folder; a file is expected", "test", file, "--report", "json=" + folder);
        isRefused("a.scenario.yaml is no folder", "test", file, "--report", "json=" + file + "/x");
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("nothing"));
        isRefused("leads to no file; a file is expected", "test", file, "--report", "json=" + nowhere);
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            isRefused("is a device or pipe", "test", file, "--report", "json=" + device);
        }
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "replay", "lint", "explain", "observe", "kustomize build", "conform rbac"})
    void an_empty_path(String command) {
        List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("");
        isRefused("the path is empty; a file or folder is expected", arguments.toArray());
    }

    @Test
    void an_empty_folder_for_results() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused("'--out': the path is empty", "observe", file, "--out", "");
    }

    @Test
    void a_question_that_names_nobody_and_nothing() throws IOException {
        Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        isRefused("--as is empty; the name of a user is expected", "can-i", "--as", "", "get", "pods", file);
        isRefused("RESOURCE is empty", "can-i", "--as", "ann", "get", "", file);
        isRefused(
                "--namespace \"NOT valid\" can be no namespace",
                "can-i",
                "--as",
                "ann",
                "--namespace",
                "NOT valid",
                "get",
                "pods",
                file);
        isRefused("--of is empty; the name of a user", "blast-radius", "--of", "", file);
        isRefused("--within ", "blast-radius", "--of", "ann", "--within", ",,", file);
        isRefused("--within is empty", "blast-radius", "--of", "ann", "--within", "", file);
        isRefused("--after is empty; the number of a step", "explain", file, "ConfigMap/a", "--after", "");
    }
}
