package dev.drydock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.conformance.flux.FluxParts;
import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure functions of Flux answer as the real ones did. */
class FluxPartsTest {

    static Stream<Case> samples() throws IOException, URISyntaxException {
        URL file = Objects.requireNonNull(FluxPartsTest.class.getResource("flux/flux-parts.jsonl"));
        return JsonLines.read(Path.of(file.toURI())).stream().map(Case::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void samples_of_every_topic_agree(Case sample) {
        assertThat(sample.difference()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "artifact-refs",
                "cross-namespace",
                "envsubst",
                "health-cel",
                "kstatus",
                "kustomize-generator",
                "retry-timing",
                "sourceignore",
                "ssa"
            })
    void all_cases_of_a_part_agree(String part) throws IOException {
        List<MapNode> cases = JsonLines.read(corpus(part));

        assertThat(cases)
                .isNotEmpty()
                .allSatisfy(question -> assertThat(new Case(question).difference())
                        .as("%s", question.findString("id"))
                        .isEmpty());
    }

    private static Path corpus(String part) {
        Path file = Path.of(System.getProperty("drydock.shared", "none"), "data", "flux-parts", part + ".jsonl");
        assumeTrue(Files.isRegularFile(file), "no corpus: set -Ddrydock.shared");
        return file;
    }

    /** One question with its recorded answer. */
    record Case(MapNode question) {

        Optional<String> difference() {
            String operation = Objects.requireNonNull(question.findString("op"));
            return CaseJudge.of(question).difference(Answer.of(FluxParts.answer(operation, question.findMap("in"))));
        }

        @Override
        public String toString() {
            return String.valueOf(question.findString("id"));
        }
    }
}
