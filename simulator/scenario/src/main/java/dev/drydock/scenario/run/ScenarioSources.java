package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Content;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.ContentReader;
import dev.drydock.scenario.ManifestReader;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.RepositorySpec;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.SourcePath;
import dev.drydock.scenario.Step;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Everything that a scenario names, read before anything runs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScenarioSources {

    /** For actions that name no files. */
    static final ScenarioSources NONE = new ScenarioSources(Path.of(""));

    private final Map<Path, List<MapNode>> manifests = new HashMap<>();
    private final Map<Path, Content> contents = new HashMap<>();
    private final Path root;

    private ScenarioSources(Path root) {
        this.root = root;
    }

    /**
     * Reads the manifests and folders of a scenario.
     *
     * @throws YamlException with every problem of every file
     */
    public static ScenarioSources load(Scenario scenario) {
        ScenarioSources sources = new ScenarioSources(scenario.folder());
        List<Diagnostic> problems = new ArrayList<>();
        for (RepositorySpec repository : scenario.repositories()) {
            sources.folder(repository.directory(), problems);
            repository.charts().forEach(chart -> sources.folder(chart, problems));
        }
        for (Step step : scenario.steps()) {
            for (Operation operation : step.operations()) {
                if (operation.action() instanceof Action.Write write) {
                    sources.manifests(write.file(), problems);
                } else if (operation.action() instanceof Action.Push push) {
                    sources.folder(push.directory(), problems);
                    push.charts().forEach(chart -> sources.folder(chart, problems));
                }
            }
        }
        problems.addAll(Plausibility.problems(scenario, sources));
        if (problems.isEmpty()) {
            problems.addAll(HelmUrls.problems(scenario, sources.manifests.values(), sources.contents.values()));
        }
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return sources;
    }

    private void folder(@org.jspecify.annotations.Nullable SourcePath source, List<Diagnostic> problems) {
        if (source == null || contents.containsKey(source.path())) {
            return;
        }
        try {
            contents.put(source.path(), ContentReader.read(source.path(), source.shown(), root));
        } catch (YamlException e) {
            problems.addAll(e.diagnostics());
        } catch (IOException e) {
            problems.add(Diagnostic.of(source.location(), source.shown() + ": " + reason(e)));
        }
    }

    private void manifests(@org.jspecify.annotations.Nullable SourcePath source, List<Diagnostic> problems) {
        if (source == null || manifests.containsKey(source.path())) {
            return;
        }
        try {
            manifests.put(source.path(), ManifestReader.read(source.path(), source.shown()));
        } catch (YamlException e) {
            problems.addAll(e.diagnostics());
        } catch (IOException e) {
            problems.add(Diagnostic.of(source.location(), source.shown() + ": " + reason(e)));
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : "cannot be read: " + e.getMessage();
    }

    /** The objects of all files and folders. */
    List<MapNode> manifests() {
        return manifests.values().stream().flatMap(List::stream).toList();
    }

    /** The contents of all folders. */
    Collection<Content> contents() {
        return contents.values();
    }

    /** The objects of a file or folder. */
    List<MapNode> manifests(SourcePath source) {
        return manifests.getOrDefault(source.path(), List.of());
    }

    /** The content of a folder. */
    Content content(SourcePath source) {
        return contents.getOrDefault(source.path(), Content.EMPTY);
    }
}
