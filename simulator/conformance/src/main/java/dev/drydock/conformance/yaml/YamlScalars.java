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

/** The corpus {@code yaml-scalars}: one scalar a row, as both readers see it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class YamlScalars implements Corpus {

    private static final String HEAD = "apiVersion: x/v1\nkind: Foo\nmetadata:\n  name: t\ndata:\n  v: ";
    private static final String ERROR = "error: error parsing DIR/f.yaml: error converting YAML to JSON: ";

    /** The corpus. */
    public YamlScalars() {}

    @Override
    public String name() {
        return "yaml-scalars";
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (MapNode row : Table.rows(path, "yaml-scalars.json")) {
            String scalar = row.findString("scalar");
            if (scalar != null) {
                questions.add(question(scalar, "kubernetes", row, YamlScalars::kubernetes));
                questions.add(question(scalar, "kustomize", row, YamlScalars::kustomize));
            }
        }
        return questions;
    }

    private static Question question(String scalar, String reader, MapNode row, Function<String, MapNode> answers) {
        MapNode real = row.findMap(reader);
        return new Question(
                reader + ": " + scalar,
                reader,
                () -> Answer.of(answers.apply(scalar)),
                answer -> difference(real, answer instanceof Answer.Value value ? value.answer() : ScalarNode.NULL));
    }

    private static MapNode kubernetes(String scalar) {
        try {
            Node value = YamlReader.read(HEAD + scalar + "\n", "f.yaml", YamlMode.KUBERNETES)
                    .find("data", "v");
            return MapNode.of("ok", true, "value", marked(value == null ? ScalarNode.NULL : value));
        } catch (YamlException e) {
            return MapNode.of("ok", false, "value", ERROR + e.upstream());
        }
    }

    /** The table marks numbers by how they stand in the JSON that the tool printed. */
    private static Node marked(Node value) {
        if (!(value instanceof ScalarNode scalar) || !scalar.isNumber()) {
            return value;
        }
        String json = JsonWriter.go(scalar);
        String mark = json.contains(".") || json.contains("e") ? "FLT" : "INT";
        return ListNode.ofStrings(List.of(mark, json));
    }

    private static MapNode kustomize(String scalar) {
        try {
            Node value = YamlReader.read(HEAD + scalar + "\n", "f.yaml", YamlMode.KUSTOMIZE)
                    .find("data", "v");
            String line = YamlWriter.write(MapNode.of("v", value == null ? ScalarNode.NULL : value));
            return MapNode.of("ok", true, "emitted", line.stripTrailing());
        } catch (YamlException | IllegalArgumentException e) {
            return MapNode.of("ok", false, "emitted", String.valueOf(e.getMessage()));
        }
    }

    /** The logs of kustomize are cut, so that of its refusals only the fact is compared. */
    private static Optional<String> difference(MapNode real, Node mine) {
        boolean refusedByBoth = !real.isTrue("ok") && !mine.isTrue("ok") && real.has("emitted");
        return refusedByBoth || real.equals(mine)
                ? Optional.empty()
                : Optional.of("real " + real + "\n      predicted " + mine);
    }
}
