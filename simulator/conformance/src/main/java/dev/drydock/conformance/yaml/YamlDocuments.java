package dev.drydock.conformance.yaml;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.Corpus;
import dev.drydock.conformance.Question;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** The corpus {@code yaml-documents}: one text a row, as both readers see it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class YamlDocuments implements Corpus {

    private static final int CUT = 330;
    private static final String REFUSED = "ERR ";

    /** The corpus. */
    public YamlDocuments() {}

    @Override
    public String name() {
        return "yaml-documents";
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (MapNode row : Table.rows(path, "yaml-documents.json")) {
            questions.add(question("kubernetes", row, YamlDocuments::kubernetes));
            questions.add(question("kustomize", row, YamlDocuments::kustomize));
        }
        return questions;
    }

    private static Question question(String reader, MapNode row, Function<String, String> answers) {
        String input = String.valueOf(row.findString("input"));
        String real = String.valueOf(row.findString(reader));
        return new Question(
                reader + ": " + row.findString("case"),
                reader,
                () -> Answer.of(ScalarNode.of(answers.apply(input))),
                answer -> difference(real, answer));
    }

    /** Objects as JSON without their type, joined as the table has them. */
    private static String kubernetes(String input) {
        try {
            List<String> texts = new ArrayList<>();
            for (MapNode object : objects(YamlReader.readAll(input, "f.yaml", YamlMode.KUBERNETES))) {
                texts.add(json(object.without(List.of("apiVersion", "kind"))));
            }
            return String.join(" ;; ", texts);
        } catch (YamlException e) {
            return REFUSED + e.upstream();
        }
    }

    private static String kustomize(String input) {
        try {
            StringBuilder text = new StringBuilder();
            for (MapNode object : objects(YamlReader.readAll(input, "f.yaml", YamlMode.KUSTOMIZE))) {
                text.append(text.length() == 0 ? "" : "---\n").append(YamlWriter.write(object));
            }
            return text.toString();
        } catch (YamlException e) {
            return REFUSED + e.upstream();
        }
    }

    private static List<MapNode> objects(List<Node> documents) {
        List<MapNode> objects = new ArrayList<>();
        for (Node document : documents) {
            if (!(document instanceof MapNode object)) {
                throw new YamlException(dev.drydock.yaml.Diagnostic.of(document.location(), "no object"));
            }
            if (object.get("items") instanceof ListNode items && "List".equals(object.findString("kind"))) {
                items.stream().filter(MapNode.class::isInstance).forEach(item -> objects.add((MapNode) item));
            } else {
                objects.add(object);
            }
        }
        return objects;
    }

    /** As the table prints it: sorted keys, a blank behind separators. */
    private static String json(Node node) {
        if (node instanceof MapNode map) {
            return map.keys().stream()
                    .sorted()
                    .map(key -> ScalarNode.of(key) + ": " + json(value(map, key)))
                    .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.stream().map(YamlDocuments::json).collect(java.util.stream.Collectors.joining(", ", "[", "]"));
        }
        return node instanceof ScalarNode scalar && scalar.isNumber() ? JsonWriter.go(node) : node.toString();
    }

    private static Node value(MapNode map, String key) {
        Node value = map.get(key);
        return value == null ? ScalarNode.NULL : value;
    }

    /** Values are cut in the table, and what a tool prints around an error is not the reader's. */
    private static Optional<String> difference(String real, Answer answer) {
        String mine = answer instanceof Answer.Value value && value.answer() instanceof ScalarNode text
                ? text.text()
                : answer.toString();
        boolean refused = real.startsWith(REFUSED) || real.equals("TIMEOUT");
        boolean right = refused ? mine.startsWith(REFUSED) : cut(real).equals(cut(mine));
        return right ? Optional.empty() : Optional.of("real " + cut(real) + "\n      predicted " + cut(mine));
    }

    private static String cut(String text) {
        return text.length() <= CUT ? text : text.substring(0, CUT);
    }
}
