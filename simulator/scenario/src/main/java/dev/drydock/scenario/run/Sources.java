package dev.drydock.scenario.run;

import dev.drydock.flux.repository.ChartFolder;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.kernel.Kernel;
import dev.drydock.scenario.RepositorySpec;
import dev.drydock.scenario.Scenario;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts content under the URLs that sources reach. */
final class Sources {

    private static final String MESSAGE = "content";

    private Sources() {}

    /** Adds what a scenario describes. */
    static Repositories describe(Repositories repositories, Scenario scenario, ScenarioSources sources, Kernel kernel) {
        for (RepositorySpec spec : scenario.repositories()) {
            RepositorySpec.Credentials credentials = spec.credentials();
            UnaryOperator<Repository> guarded =
                    repository -> credentials == null ? repository : Credentials.protect(repository, credentials);
            repositories.change(spec.url(), repository -> {
                Repository changed = repository;
                if (spec.directory() != null) {
                    changed = serve(
                            changed,
                            spec.branch(),
                            spec.tag(),
                            spec.commit(),
                            sources.content(spec.directory()),
                            kernel);
                }
                return guarded.apply(changed);
            });
            List<Content> charts = spec.charts().stream().map(sources::content).toList();
            serveCharts(repositories, spec.url(), spec.tag(), charts, guarded, kernel);
        }
        return repositories;
    }

    /** A repository with a commit more, or with a tag set. The tags of an OCI repository move, so they are refs. */
    static Repository serve(
            Repository repository,
            @Nullable String branch,
            @Nullable String tag,
            @Nullable String hash,
            Content content,
            Kernel kernel) {
        boolean isOci = repository.url().startsWith("oci://");
        String tagName = isOci && tag == null ? (branch == null ? "latest" : branch) : tag;
        if (tagName != null) {
            String parent = repository.tags().containsKey(tagName)
                    ? repository.tags().get(tagName).hash()
                    : "";
            return repository.withTag(tagName, commit(parent, hash, content, kernel));
        }
        String branchName = branch == null ? "main" : branch;
        String parent = repository.head(branchName).map(Commit::hash).orElse("");
        return repository.withCommit(branchName, commit(parent, hash, content, kernel));
    }

    /** Serves charts: by an index of all, or in a registry each under its name and version. */
    static void serveCharts(
            Repositories repositories,
            String url,
            @Nullable String tag,
            List<Content> charts,
            UnaryOperator<Repository> guarded,
            Kernel kernel) {
        if (charts.isEmpty()) {
            return;
        }
        if (!url.startsWith("oci://")) {
            repositories.change(url, repository -> repository.withCharts(together(repository.charts(), charts)));
            return;
        }
        for (Content chart : charts) {
            String chosen = tag == null || charts.size() > 1 ? ChartFolder.tag(chart) : tag;
            repositories.change(ChartFolder.address(url, chart), repository -> {
                List<Content> all = new ArrayList<>(repository.charts());
                all.add(chart);
                return guarded.apply(serve(repository.withCharts(all), null, chosen, null, chart, kernel));
            });
        }
    }

    /** Charts with others, which take the places of those of the same name and version. */
    private static List<Content> together(List<Content> served, List<Content> added) {
        Map<String, Content> all = new LinkedHashMap<>();
        for (List<Content> charts : List.of(served, added)) {
            charts.forEach(chart -> {
                MapNode metadata = ChartFolder.metadata(chart);
                String name = metadata.findText("name") + "-" + metadata.findText("version");
                all.put(name.length() == 1 ? "nameless " + all.size() : name, chart);
            });
        }
        return List.copyOf(all.values());
    }

    private static Commit commit(String parent, @Nullable String hash, Content content, Kernel kernel) {
        Commit computed = Commit.of(parent, MESSAGE, kernel.now(), content);
        return hash == null ? computed : new Commit(hash, MESSAGE, kernel.now(), content);
    }
}
