package dev.drydock.conformance.kustomize;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.Judge;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows what one build gave: a text, compared byte by byte or by its documents, or an error with some words in it.
 *
 * @param expected the recorded output, null when the case has none
 */
record BuildJudge(String id, MapNode recorded, @Nullable String expected) implements Judge {

    @Override
    public Optional<String> difference(Answer answer) {
        if (!(answer instanceof Answer.Files built)) {
            return Optional.of(String.valueOf(answer));
        }
        String text = built.files().get(id + "/" + KustomizeCorpus.OUTPUT);
        String error = built.files().get(id + "/" + KustomizeCorpus.ERROR);
        if ("output".equals(recorded.findString("expect"))) {
            return text == null ? Optional.of("fails: " + error) : output(text);
        }
        return error == null ? Optional.of("builds, though it must fail: " + recorded.find("error")) : error(error);
    }

    private Optional<String> output(String text) {
        for (String part : recorded.findList("output_contains").strings()) {
            if (!text.contains(part)) {
                return Optional.of("the output lacks " + part);
            }
        }
        if (expected == null) {
            return Optional.empty();
        }
        boolean equal = "semantic".equals(recorded.findString("compare"))
                ? documents(expected).equals(documents(text))
                : expected.equals(text);
        return equal ? Optional.empty() : Optional.of(firstLine(expected, text));
    }

    private static List<String> documents(String text) {
        try {
            return YamlReader.readAll(text, "", YamlMode.KUSTOMIZE).stream()
                    .map(JsonWriter::go)
                    .toList();
        } catch (YamlException e) {
            return List.of("unreadable: " + e.upstream());
        }
    }

    private static String firstLine(String real, String built) {
        List<String> expected = real.lines().toList();
        List<String> found = built.lines().toList();
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String a = i < expected.size() ? expected.get(i) : "(end)";
            String b = i < found.size() ? found.get(i) : "(end)";
            if (!a.equals(b)) {
                return "line " + (i + 1) + ": real " + a + ", built " + b;
            }
        }
        return "the line ends differ";
    }

    private Optional<String> error(String message) {
        MapNode rule = recorded.findMap("error");
        List<String> any = rule.findList("contains_any").strings();
        String whole = rule.findString("equals");
        String regex = rule.findString("regex");
        boolean agrees = rule.findList("contains").strings().stream().allMatch(message::contains)
                && (any.isEmpty() || any.stream().anyMatch(message::contains))
                && (whole == null || whole.strip().equals(message.strip()))
                && (regex == null
                        || Pattern.compile(regex, Pattern.DOTALL)
                                .matcher(message)
                                .find());
        return agrees ? Optional.empty() : Optional.of("real " + rule + ", built " + message);
    }
}
