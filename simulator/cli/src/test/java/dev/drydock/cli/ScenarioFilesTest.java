package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioFilesTest extends CommandLineFixture {

    private Path inside;
    private Path file;

    ScenarioFilesTest() {
        inside = Path.of(".");
        file = inside;
    }

    @BeforeEach
    void makeFolder() throws IOException {
        inside = Files.createDirectories(folder.resolve("inside"));
        file = write("inside/scenario", HOLDS.replace("NAME", "a"));
    }

    @Test
    void finds_links_that_stay_in_the_folder() throws IOException {
        Path link = Files.createSymbolicLink(inside.resolve("a.scenario.yaml"), Path.of("scenario"));
        assertThat(ScenarioFiles.find(List.of(inside))).containsExactly(link);
        assertThat(run("test", inside)).isZero();
    }

    @Test
    void refuses_links_that_leave_the_folder() throws IOException {
        Path link = Files.createSymbolicLink(inside.resolve("b.scenario.yaml"), write("out", HOLDS));
        assertThatThrownBy(() -> ScenarioFiles.find(List.of(inside)))
                .hasMessageContaining(link + " is a symbolic link out of the folder " + inside);
        assertThat(run("test", inside)).isEqualTo(2);
    }

    @Test
    void refuses_links_that_lead_nowhere() throws IOException {
        Path link = Files.createSymbolicLink(inside.resolve("b.scenario.yaml"), Path.of("b.scenario.yaml"));
        String message = link + " is a symbolic link that leads to no file";
        assertThatThrownBy(() -> ScenarioFiles.find(List.of(inside))).hasMessageContaining(message);
        assertThatThrownBy(() -> ScenarioFiles.find(List.of(link)))
                .hasMessageContaining(message)
                .hasMessageNotContaining("did you mean");
    }

    @Test
    void follows_a_link_to_a_folder_that_is_named() throws IOException {
        Files.move(file, inside.resolve("a.scenario.yaml"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("inside"));
        assertThat(ScenarioFiles.find(List.of(link))).containsExactly(link.resolve("a.scenario.yaml"));
    }
}
