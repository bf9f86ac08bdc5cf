package dev.drydock.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kustomize.BuildOptions.Order;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of the real program for common mistakes, recorded with version 5.5.0 in both load modes. */
class KnownMistakesTest {

    /** What differs for a reason: a newer version, a network, a style that is not kept, bytes that the table lost. */
    private static final Set<String> KNOWN = Set.of(
            "remote-file-offline", // there is no network in a build
            "patch-type-conflict-list", // flow style does not come back in messages
            "patchesjson-no-target", // a crash: the message has no "panic: " in front
            "images-bad-regex", // likewise
            "cmgen-literal-map", // Go 1.26 names embedded structs
            "cmgen-exists", // 5.8.0 names the behavior
            "cmgen-twice", // likewise
            "env-bad-utf8"); // its file is not in the table

    static Stream<Arguments> mistakes() throws IOException {
        try (InputStream in = KnownMistakesTest.class.getResourceAsStream("known-mistakes.yaml")) {
            byte[] table = Objects.requireNonNull(in).readAllBytes();
            ListNode rows = (ListNode) YamlReader.read(table, "known-mistakes.yaml", YamlMode.KUBERNETES);
            return rows.stream()
                    .filter(row -> !KNOWN.contains(row.findString("id")))
                    .flatMap(row ->
                            Stream.of(true, false).map(rootOnly -> Arguments.of(row.findString("id"), rootOnly, row)));
        }
    }

    @ParameterizedTest(name = "{0}, root only: {1}")
    @MethodSource("mistakes")
    void says_what_kustomize_says(String id, boolean rootOnly, Node row) {
        Map<String, String> files = new TreeMap<>(row.findMap("files").strings());
        String target = Objects.requireNonNullElse(row.findString("target"), "");
        String message = "";
        try {
            KustomizeBuild.of(FileTree.ofTexts(files))
                    .with(BuildOptions.command().withRootOnly(rootOnly).withOrder(Order.NONE))
                    .build("/" + target);
        } catch (KustomizeException e) {
            message = e.getMessage();
        }
        assertThat(masked(message)).isEqualTo(masked(expected(row, rootOnly)));
    }

    private static String expected(Node row, boolean rootOnly) {
        if (row.isTrue("builds") || (!rootOnly && row.isTrue("builds_without_restriction"))) {
            return "";
        }
        String none = rootOnly ? null : row.findString("none");
        return Objects.requireNonNullElse(none, Objects.requireNonNullElse(row.findString("root_only"), ""));
    }

    private static String masked(String message) {
        return message.replaceAll("0x[0-9a-zA-Z.]+", "0xADDRESS").strip();
    }
}
