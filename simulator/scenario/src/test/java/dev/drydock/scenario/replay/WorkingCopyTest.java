package dev.drydock.scenario.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCopyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    /** An index as Git writes it, with nothing but names. */
    private void index(int version, String git, List<String> names) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        bytes.put("DIRC".getBytes(StandardCharsets.US_ASCII)).putInt(version).putInt(names.size());
        String before = "";
        for (String name : names) {
            int begin = bytes.position();
            bytes.position(begin + 24);
            bytes.putInt(name.startsWith("modules/") ? 0160000 : 0100644);
            bytes.position(begin + 60);
            bytes.putShort((short) name.length());
            int same = 0;
            while (version == 4
                    && same < Math.min(before.length(), name.length())
                    && before.charAt(same) == name.charAt(same)) {
                same++;
            }
            if (version == 4) {
                bytes.put((byte) (before.length() - same));
            }
            bytes.put(name.substring(same).getBytes(StandardCharsets.UTF_8)).put((byte) 0);
            if (version < 4) {
                bytes.position(begin + (bytes.position() - begin + 7) / 8 * 8);
            }
            before = name;
        }
        bytes.position(bytes.position() + 20);
        Path file = folder.resolve(git).resolve("index");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, java.util.Arrays.copyOf(bytes.array(), bytes.position()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void holds_what_a_clone_would_hold(int version) throws IOException {
        write(".gitignore", "ign.yaml\n/build/\n!build/kept.yaml\nforced.yaml\n");
        write("apps/.gitignore", "*.local\n!x.local\n");
        write(".git/info/exclude", "mine.yaml\n");
        for (String file : List.of(
                "apps/a.yaml",
                "apps/ign.yaml",
                "apps/b.local",
                "apps/x.local",
                "build/kept.yaml",
                "mine.yaml",
                "forced.yaml",
                "new.yaml",
                "modules/one/c.yaml")) {
            write(file, "a: b");
        }
        index(
                version,
                ".git",
                List.of(".gitignore", "apps/.gitignore", "apps/a.yaml", "apps/x.local", "forced.yaml", "modules/one"));
        WorkingCopy copy = WorkingCopy.read(folder, "fleet");
        assertThat(copy.content().files().keySet())
                .containsExactly(
                        ".gitignore",
                        "apps/.gitignore",
                        "apps/a.yaml",
                        "apps/x.local",
                        "forced.yaml",
                        "modules/one/c.yaml",
                        "new.yaml");
        assertThat(copy.ignored()).containsExactly("apps/b.local", "apps/ign.yaml", "build/kept.yaml", "mine.yaml");
        assertThat(copy.untracked()).containsExactly("new.yaml");
    }

    @Test
    void a_further_working_tree_has_its_index_elsewhere() throws IOException {
        write("tree/.git", "gitdir: ../main/.git/worktrees/tree\n");
        write("tree/a.yaml", "a: b");
        write("tree/b.yaml", "a: b");
        index(2, "main/.git/worktrees/tree", List.of("a.yaml"));
        assertThat(WorkingCopy.read(folder.resolve("tree"), "tree").untracked()).containsExactly("b.yaml");
    }

    @Test
    void a_folder_without_git_or_with_a_broken_index_holds_what_is_not_ignored() throws IOException {
        write(".gitignore", "b.yaml\n");
        write("a.yaml", "a: b");
        write("b.yaml", "a: b");
        assertThat(WorkingCopy.read(folder, "fleet").content().files().keySet())
                .containsExactly(".gitignore", "a.yaml");
        write(".git/index", "DIRC and then nothing that makes sense");
        WorkingCopy copy = WorkingCopy.read(folder, "fleet");
        assertThat(copy.untracked()).isEmpty();
        assertThat(copy.content().files().keySet()).containsExactly(".gitignore", "a.yaml");
    }
}
