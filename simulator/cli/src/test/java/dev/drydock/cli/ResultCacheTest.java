package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ResultCacheTest extends CommandLineFixture {

    private static final String NAMES_A_FILE = HOLDS.replaceFirst("(?m)apply: .*$", "apply: {file: manifest.yaml}");
    private static final String MANIFEST = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path results;

    @BeforeEach
    void caches() throws IOException {
        System.setProperty(ResultCache.PROPERTY, results.toString());
        write("manifest.yaml", MANIFEST);
        write("a.scenario.yaml", NAMES_A_FILE.replace("NAME", "a"));
        age();
    }

    @AfterEach
    void caches_no_more() {
        System.clearProperty(ResultCache.PROPERTY);
    }

    @Test
    void prints_what_it_printed_when_nothing_changed() {
        assertThat(test()).contains("✔ a", " ms\n").doesNotContain("cached");
        assertThat(test())
                .contains("✔ a", "cached\n", "  ✔ One\n", "1 scenario: 1 held (1 cached)")
                .doesNotContain(" ms\n");
    }

    @Test
    void runs_again_when_a_file_that_a_scenario_names_has_changed() throws IOException {
        test();
        write("manifest.yaml", MANIFEST.replace("name: a", "name: other"));
        age();
        assertThat(test()).contains("✘ a");
    }

    @Test
    void runs_again_when_a_file_came_to_the_folder() throws IOException {
        test();
        write("new.yaml", "");
        age();
        assertThat(test()).doesNotContain("cached");
    }

    @Test
    void looks_behind_links_to_folders() throws IOException {
        Path link = Files.createSymbolicLink(results.resolve("link"), folder);
        run("test", link.resolve("a.scenario.yaml"));
        write("manifest.yaml", MANIFEST.replace("name: a", "name: other"));
        age();
        out.getBuffer().setLength(0);
        run("test", link.resolve("a.scenario.yaml"));
        Files.delete(link);
        assertThat(out.toString()).contains("✘ a");
    }

    @Test
    void runs_when_asked_to() {
        test();
        assertThat(test("--rerun")).doesNotContain("cached");
        assertThat(test("--seed", "1")).doesNotContain("cached");
        assertThat(test("--report", "json=" + results.resolve("report.json"))).doesNotContain("cached");
    }

    @Test
    void does_not_trust_a_folder_that_changes_now() throws IOException {
        write("manifest.yaml", MANIFEST);
        test();
        assertThat(results).isEmptyDirectory();
    }

    @Test
    void never_keeps_what_failed() throws IOException {
        write("manifest.yaml", MANIFEST.replace("name: a", "name: other"));
        age();
        assertThat(test()).contains("✘ a");
        assertThat(results).isEmptyDirectory();
    }

    @Test
    void runs_when_what_was_kept_is_torn() throws IOException {
        test();
        try (Stream<Path> kept = Files.list(results)) {
            for (Path file : kept.toList()) {
                Files.writeString(file, Files.readString(file).replace("One", "Two"));
            }
        }
        assertThat(test()).contains("✔ a").doesNotContain("cached");
    }

    private String test(String... options) {
        out.getBuffer().setLength(0);
        List<Object> arguments = new java.util.ArrayList<>(List.of("test", folder));
        arguments.addAll(List.of(options));
        run(arguments.toArray());
        assertThat(out.toString()).as(err.toString()).contains(" a ");
        return out.toString();
    }

    /** Lets the folder look as if nobody touched it for a while. */
    private void age() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
    }
}
