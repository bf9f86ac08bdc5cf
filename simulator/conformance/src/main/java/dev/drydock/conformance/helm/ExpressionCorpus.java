package dev.drydock.conformance.helm;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import dev.drydock.helm.Capabilities;
import dev.drydock.helm.Chart;
import dev.drydock.helm.HelmException;
import dev.drydock.helm.HelmTemplate;
import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.Release;
import dev.drydock.helm.ReleaseValues;
import dev.drydock.helm.RenderOptions;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** The corpus {@code helm-expressions}: one template in a chart, the text that it prints or the engine's error. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExpressionCorpus {

    private static final String FILE = "templates/t.yaml";
    private static final Release RELEASE = Release.install("r", "ns");

    /** A day of the recording: what has no date prints today's. */
    private static final RenderOptions OPTIONS = new RenderOptions(
            dev.drydock.helm.Lookup.NOTHING, java.time.Instant.parse("2026-11-25T12:00:00Z"), 0, true, false);

    private ExpressionCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("helm-expressions", "topic", folder -> {
            Map<String, byte[]> world = HelmWorld.files(HelmWorld.find(folder, "world"));
            Capabilities capabilities = HelmWorld.capabilities(folder);
            return question -> answer(question, world, capabilities);
        });
    }

    private static Answer answer(MapNode question, Map<String, byte[]> world, Capabilities capabilities) {
        Map<String, byte[]> files = new TreeMap<>(world);
        files.put(FILE, question.findText("template").getBytes(StandardCharsets.UTF_8));
        ReleaseValues values;
        try {
            values = ReleaseValues.ofFiles(List.of(question.findText("values")));
        } catch (HelmException e) {
            return Answer.of(MapNode.of("error", "values: " + e.getMessage()));
        }
        try {
            Map<String, String> printed =
                    HelmTemplate.templates(Chart.load(files), values, RELEASE, capabilities, OPTIONS);
            return Answer.of(MapNode.of("output", printed.getOrDefault("c/" + FILE, "")));
        } catch (HelmException e) {
            return Answer.of(MapNode.of("error", e.getMessage()));
        } catch (NotModelledException e) {
            return Answer.notModelled(e.feature());
        }
    }
}
