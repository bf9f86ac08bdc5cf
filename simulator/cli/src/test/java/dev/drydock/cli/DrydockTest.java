package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DrydockTest extends CommandLineFixture {

    @Test
    void lints_without_running() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        assertThat(run("lint", folder)).isZero();
        assertThat(out.toString()).contains("1 file, 1 scenario: no problems");
    }

    @Test
    void observes_below_the_folder_of_the_recording() throws IOException {
        Files.createDirectories(folder.resolve("in/pack/a"));
        Files.writeString(folder.resolve("in/pack/a/scenario.yaml"), HOLDS.replace("NAME", "a"));
        assertThat(run("observe", folder.resolve("in"), "--out", folder.resolve("out")))
                .isZero();
        assertThat(folder.resolve("out/pack/a/predicted.yaml"))
                .content()
                .startsWith("scenario: a\nsteps:\n- name: One\n");
    }

    @Test
    void prints_the_schema_of_scenario_files() {
        assertThat(run("schema")).isZero();
        assertThat(out.toString()).startsWith("{").contains("\"$schema\"", "\"blastRadius\"");
    }

    @Test
    void completes_values_and_explains_marks() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("\"lockdown\" \"open\"", "\"junit=\" \"json=\" \"html=\" \"github=\"");
        assertThat(run("test", "--help")).isZero();
        assertThat(out.toString()).contains("≈ a known difference, · nothing to judge");
    }

    @Test
    void prints_its_version_and_completion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("drydock ");
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete");
    }
}
