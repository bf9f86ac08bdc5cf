package dev.drydock.kustomize.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.KustomizeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds generated trees here and with {@code kubectl kustomize}; {@code -Ddrydock.differential.seeds} says how many.
 *
 * <p>kubectl holds kustomize 5.5.0. What 5.8.1 does differently is not generated: replacements into structured data, with
 * {@code sourceValue} or with expressions in their selectors; image volumes; patches without content; several {@code $patch:
 * delete} in one patch; unknown patch options. The message of a generator conflict names the behavior since 5.8.0.
 */
class KubectlDifferentialTest {

    private static final int SEEDS = Integer.getInteger("drydock.differential.seeds", 100);
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]+|0xADDRESS");

    @BeforeAll
    static void needs_kubectl() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("kubectl", "kustomize", "--help")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "no kubectl on the path");
    }

    @Test
    void builds_what_kubectl_builds(@TempDir Path folder) throws IOException, InterruptedException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, String> files = RandomTree.of(seed);
            Path root = folder.resolve("seed" + seed);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(here(files)).as("seed %d: %s", seed, files).isEqualTo(kubectl(root));
        }
    }

    private static String here(Map<String, String> files) {
        try {
            return KustomizeBuild.of(FileTree.ofTexts(files)).build("/").text();
        } catch (KustomizeException e) {
            return masked("error: " + e.getMessage().strip());
        }
    }

    private static String kubectl(Path root) throws IOException, InterruptedException {
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        Process process = new ProcessBuilder("kubectl", "kustomize", root.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "no answer";
        }
        if (process.exitValue() == 0) {
            return Files.readString(out);
        }
        String real = root.toRealPath().toString();
        String error = Files.readString(err).replaceAll("(?m)^# Warning.*\n", "");
        return masked(error.strip().replace(real + "/", "/").replace(real, "/"));
    }

    private static String masked(String text) {
        return ADDRESS.matcher(text).replaceAll("0xADDRESS");
    }
}
