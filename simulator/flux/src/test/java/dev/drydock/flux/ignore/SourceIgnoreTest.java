package dev.drydock.flux.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceIgnoreTest {

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "a.yaml", "", "b.png", "", "app/x.yaml", "", "app/y.md", "", ".git/config", "", ".github/x.yml", ""));

    private static List<String> kept(Map<String, String> files, String ignore) {
        return SourceIgnore.select(files, Set.of(), ignore).files();
    }

    @Test
    void the_defaults_leave_out_pictures_and_files_of_git() {
        assertThat(SourceIgnore.select(FILES, Set.of(), null).files())
                .containsExactlyInAnyOrder("a.yaml", "app/x.yaml", "app/y.md");
    }

    @Test
    void patterns_of_the_spec_replace_the_defaults() {
        assertThat(kept(FILES, "/app\n")).containsExactlyInAnyOrder("a.yaml", "b.png", ".github/x.yml");
    }

    @Test
    void ignore_files_count_in_their_folder() {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put("app/.sourceignore", "*.md\n");
        files.put("c.md", "");

        assertThat(SourceIgnore.select(files, Set.of(), null).files())
                .contains("c.md", "app/x.yaml")
                .doesNotContain("app/y.md");
    }

    @ParameterizedTest(name = "{0} ignores {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "*.md|a/b.md|true",
                "/b.md|a/b.md|false",
                "a/|a/b.md|true",
                "a/*|a/b/c|true",
                "**/c|a/b/c|true",
                "a/**|a|true",
                "a/**/c|a/c|true",
                "#a|#a|false",
                "\\#a|#a|true",
                "[ab].md|a.md|true",
                "?.md|ab.md|false"
            })
    void patterns_are_those_of_git(String pattern, String path, boolean ignored) {
        assertThat(IgnoreList.read(pattern, List.of()).ignores(List.of(path.split("/")), false))
                .isEqualTo(ignored);
    }

    @Test
    void later_patterns_take_back_earlier_ones() {
        IgnoreList list = IgnoreList.read("*\n!a.yaml\n", List.of());

        assertThat(list.ignores(List.of("a.yaml"), false)).isFalse();
        assertThat(list.ignores(List.of("b.yaml"), false)).isTrue();
    }
}
