package dev.drydock.conformance.kustomize;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.Corpus;
import dev.drydock.conformance.FolderCorpus;
import dev.drydock.conformance.Question;
import dev.drydock.kustomize.BuildOptions;
import dev.drydock.kustomize.BuildOptions.Order;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The corpus {@code kustomize}: one folder a case; the answer is a text, or an error in a file of that name. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class KustomizeCorpus {

    static final String OUTPUT = "expected.yaml";
    static final String ERROR = "error.txt";

    /** The version that the recorded builds put into the managed-by label. */
    private static final String RECORDED_VERSION = "(test)";

    private KustomizeCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return FolderCorpus.of("kustomize", KustomizeCorpus::question);
    }

    private static List<Question> question(Path folder) throws IOException {
        String id = String.valueOf(folder.getFileName());
        Node tree = YamlReader.read(Files.readAllBytes(folder.resolve("case.yaml")), id, YamlMode.KUBERNETES);
        MapNode recorded = tree instanceof MapNode map ? map : MapNode.EMPTY;
        Path output = folder.resolve(OUTPUT);
        String expected = Files.isRegularFile(output) ? Files.readString(output) : null;
        String origin = String.valueOf(recorded.findString("origin"));
        return List.of(
                new Question(id, origin, () -> answer(id, folder, recorded), new BuildJudge(id, recorded, expected)));
    }

    private static Answer answer(String id, Path folder, MapNode recorded) {
        boolean none = "none".equals(recorded.findString("options", "reorder"));
        BuildOptions options = BuildOptions.command()
                .withRootOnly("rootOnly".equals(recorded.findString("options", "load_restrictor")))
                .withOrder(none ? Order.NONE : Order.LEGACY)
                .withManagedByLabel(recorded.isTrue("options", "managed_by_label"), RECORDED_VERSION);
        try {
            String text = KustomizeBuild.of(FileTree.onDisk(folder.resolve("input")))
                    .with(options)
                    .build("/" + recorded.findString("target"))
                    .text();
            return Answer.files(Map.of(id + "/" + OUTPUT, text));
        } catch (KustomizeException e) {
            return Answer.files(Map.of(id + "/" + ERROR, e.getMessage()));
        }
    }
}
