package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.RepositorySpec;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.SourcePath;
import dev.drydock.scenario.Step;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses files under the URL of a Helm repository, which serves charts: a HelmRepository would find no index there. A URL
 * that another source names as well is left alone, and so is one that serves charts besides.
 */
final class HelmUrls {

    private final List<MapNode> sources = new ArrayList<>();
    private final List<Served> served = new ArrayList<>();

    /** What an entry or a push puts under a URL. */
    private record Served(String url, @Nullable SourcePath directory, List<SourcePath> charts) {}

    private HelmUrls(Scenario scenario) {
        for (RepositorySpec repository : scenario.repositories()) {
            served.add(new Served(repository.url(), repository.directory(), repository.charts()));
        }
        for (Step step : scenario.steps()) {
            for (Operation operation : step.operations()) {
                if (operation.action() instanceof Action.Push push) {
                    served.add(new Served(push.url(), push.directory(), push.charts()));
                } else if (operation.action() instanceof Action.Write write && write.resource() != null) {
                    add(write.resource());
                }
            }
        }
    }

    /**
     * The problems of a scenario.
     *
     * @param manifests the objects that its steps apply
     * @param contents the folders that it serves
     */
    static List<Diagnostic> problems(
            Scenario scenario, Collection<List<MapNode>> manifests, Collection<Content> contents) {
        HelmUrls urls = new HelmUrls(scenario);
        manifests.forEach(objects -> objects.forEach(urls::add));
        contents.forEach(urls::add);
        return urls.served.stream()
                .flatMap(entry -> urls.problem(entry).stream())
                .toList();
    }

    private void add(MapNode object) {
        if (object.findText("apiVersion").startsWith("source.toolkit.fluxcd.io/")) {
            sources.add(object);
        }
    }

    /** Files that cannot be read as they are say nothing here; their problems are told where they matter. */
    private void add(Content content) {
        content.files().forEach((path, entry) -> {
            boolean isCandidate = path.matches(".*\\.ya?ml")
                    && entry instanceof Content.File file
                    && file.text().contains("HelmRepository");
            if (isCandidate) {
                try {
                    for (Node node : YamlReader.readAll(((Content.File) entry).text(), path, YamlMode.KUBERNETES)) {
                        if (node instanceof MapNode object) {
                            add(object);
                        }
                    }
                } catch (YamlException e) {
                    return;
                }
            }
        });
    }

    private Optional<Diagnostic> problem(Served entry) {
        SourcePath directory = entry.directory();
        if (directory == null || entry.url().startsWith("oci://") || servesCharts(entry.url())) {
            return Optional.empty();
        }
        List<MapNode> readers = sources.stream()
                .filter(source -> Repositories.isSame(source.findText("spec", "url"), entry.url()))
                .toList();
        boolean isHelm = !readers.isEmpty()
                && readers.stream().allMatch(source -> source.findText("kind").equals("HelmRepository"));
        return isHelm
                ? Optional.of(Diagnostic.of(
                        directory.location(),
                        "directory: \"" + entry.url() + "\" is the URL of the HelmRepository "
                                + readers.get(0).findText("metadata", "name")
                                + ", which serves charts; list their folders in charts instead, as charts: [DIR]"))
                : Optional.empty();
    }

    private boolean servesCharts(String url) {
        return served.stream().anyMatch(other -> !other.charts().isEmpty() && Repositories.isSame(other.url(), url));
    }
}
