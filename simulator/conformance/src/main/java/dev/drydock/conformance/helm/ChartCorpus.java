package dev.drydock.conformance.helm;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.Corpus;
import dev.drydock.conformance.FolderCorpus;
import dev.drydock.conformance.Question;
import dev.drydock.helm.Capabilities;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The corpus {@code helm-charts}: charts with variants, each with the files that Helm and helm-controller make of it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ChartCorpus {

    private ChartCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return FolderCorpus.of("helm-charts", ChartCorpus::questions);
    }

    private static List<Question> questions(Path folder) throws IOException {
        String id = String.valueOf(folder.getFileName());
        Node tree = YamlReader.read(Files.readAllBytes(folder.resolve("case.yaml")), id, YamlMode.KUBERNETES);
        Map<String, byte[]> chart = HelmWorld.files(folder.resolve("chart"));
        Map<String, byte[]> values = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                values.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        Capabilities capabilities = HelmWorld.capabilities(folder);
        List<Question> questions = new ArrayList<>();
        for (Node variant : tree.findList("variants")) {
            String name = id + "/" + variant.findText("name");
            Path expected = folder.resolve(variant.findText("name"));
            Map<String, String> real = new TreeMap<>();
            if (Files.isDirectory(expected)) {
                HelmWorld.files(expected)
                        .forEach((file, data) ->
                                real.put(file, new String(data, java.nio.charset.StandardCharsets.UTF_8)));
            }
            questions.add(new Question(
                    name,
                    id.split("-", 2)[0],
                    () -> new ChartVariant(name, chart, values, variant, capabilities).answer(),
                    answer -> difference(name, real, answer)));
        }
        return questions;
    }

    private static Optional<String> difference(String name, Map<String, String> real, Answer answer) {
        if (!(answer instanceof Answer.Files predicted)) {
            return Optional.of(
                    answer instanceof Answer.Failed failed ? "failed: " + failed.problem() : "no answer: " + answer);
        }
        TreeSet<String> names = new TreeSet<>(real.keySet());
        predicted.files().keySet().forEach(path -> names.add(path.substring(name.length() + 1)));
        for (String file : names) {
            String expected = real.get(file);
            String found = predicted.files().get(name + "/" + file);
            if (expected == null || found == null) {
                return Optional.of(file + ": "
                        + (expected == null ? "real has none, predicted " + found : "missing; real " + expected));
            }
            if (!expected.equals(found)) {
                return Optional.of(file + ": " + firstLine(expected, found));
            }
        }
        return Optional.empty();
    }

    private static String firstLine(String real, String predicted) {
        List<String> expected = List.of(real.split("\n", -1));
        List<String> found = List.of(predicted.split("\n", -1));
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String a = i < expected.size() ? expected.get(i) : "(end)";
            String b = i < found.size() ? found.get(i) : "(end)";
            if (!a.equals(b)) {
                return "line " + (i + 1) + ": real " + a + ", predicted " + b;
            }
        }
        return "";
    }
}
