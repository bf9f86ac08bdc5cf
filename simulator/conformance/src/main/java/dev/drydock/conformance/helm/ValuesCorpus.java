package dev.drydock.conformance.helm;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import dev.drydock.helm.Chart;
import dev.drydock.helm.ChartValues;
import dev.drydock.helm.ChartValues.SetKind;
import dev.drydock.helm.HelmException;
import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.ReleaseValues;
import dev.drydock.yaml.GoNumbers;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** The corpus {@code helm-values}: values that meet a chart, that a HelmRelease composes, that expressions set. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ValuesCorpus {

    private ValuesCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("helm-values", "kind", folder -> ValuesCorpus::answer);
    }

    private static Answer answer(MapNode question) {
        try {
            return Answer.of(
                    switch (question.findText("kind")) {
                        case "coalesce" -> coalesce(question);
                        case "valuesFrom" -> values(compose(question));
                        case "set" -> values(set(question));
                        case "read" -> values(ChartValues.read(question.findText("text")));
                        case "load" -> values(ChartValues.readDefaults(question.findText("text")));
                        default -> throw new NotModelledException("question " + question.findText("kind"));
                    });
        } catch (HelmException e) {
            return Answer.of(MapNode.of("error", e.getMessage()));
        } catch (NotModelledException e) {
            return Answer.notModelled(e.feature());
        }
    }

    private static MapNode values(Node values) {
        return MapNode.of("values", plain(values));
    }

    /** Numbers compare by value: those without fraction are integers here. */
    private static Node plain(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> plain(value));
        }
        if (node instanceof ListNode list) {
            return list.map(ValuesCorpus::plain);
        }
        if (!(((ScalarNode) node).value() instanceof Double number)) {
            return node;
        }
        String json = GoNumbers.json(number);
        return json.matches("-?[0-9]+") ? ScalarNode.of(number(new BigInteger(json))) : node;
    }

    private static Object number(BigInteger integer) {
        return integer.bitLength() < 64 ? (Object) integer.longValue() : integer;
    }

    private static MapNode coalesce(MapNode question) {
        Map<String, byte[]> files = new TreeMap<>();
        question.findMap("chart")
                .strings()
                .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Chart chart;
        try {
            chart = Chart.load(files);
        } catch (HelmException e) {
            throw new HelmException("load: " + e.getMessage());
        }
        ChartValues values = ChartValues.of(
                chart, ReleaseValues.ofFiles(question.findList("userValues").strings()));
        MapNode.Builder answer = MapNode.builder()
                .put("values", plain(values.values()))
                .put(
                        "charts",
                        ListNode.ofStrings(values.charts().stream().sorted().toList()));
        if (!values.warnings().isEmpty()) {
            answer.put("warnings", ListNode.ofStrings(values.warnings()));
        }
        return answer.build();
    }

    private static Node set(MapNode question) {
        SetKind kind = switch (question.findText("parser")) {
            case "set-string" -> SetKind.STRING;
            case "set-literal" -> SetKind.LITERAL;
            case "set-json" -> SetKind.JSON;
            default -> SetKind.TYPED;
        };
        return ChartValues.set(question.findText("start"), question.findText("expression"), kind);
    }

    private static Node compose(MapNode question) {
        List<ReleaseValues.Source> sources = new ArrayList<>();
        for (Node entry : question.findList("valuesFrom")) {
            String key = entry.findText("valuesKey");
            sources.add(new ReleaseValues.Source(
                    entry.findText("kind"),
                    entry.findText("name"),
                    key.isEmpty() ? "values.yaml" : key,
                    entry.findText("targetPath"),
                    entry.isTrue("literal"),
                    entry.isTrue("optional")));
        }
        return ReleaseValues.compose(
                        "ns", question.findMap("values"), sources, (kind, name) -> data(question, kind, name))
                .toNode();
    }

    private static Optional<Map<String, String>> data(MapNode question, String kind, String name) {
        for (Node object : question.findList("objects")) {
            if (object.findText("kind").equals(kind) && object.findText("name").equals(name)) {
                return Optional.of(object.findMap("data").strings());
            }
        }
        return Optional.empty();
    }
}
