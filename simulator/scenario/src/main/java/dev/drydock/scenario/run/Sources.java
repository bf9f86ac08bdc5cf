package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.kernel.Kernel;
import dev.drydock.scenario.RepositorySpec;
import dev.drydock.scenario.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts content under the URLs that sources reach. */
final class Sources {

    private static final String MESSAGE = "content";

    private Sources() {}

    /** What a scenario describes. */
    static Repositories of(Scenario scenario, ScenarioSources sources, Kernel kernel) {
        Repositories repositories = new Repositories();
        for (RepositorySpec spec : scenario.repositories()) {
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
                if (!spec.charts().isEmpty()) {
                    List<Content> charts =
                            spec.charts().stream().map(sources::content).toList();
                    changed = serveCharts(changed, spec.branch(), spec.tag(), charts, kernel);
                }
                RepositorySpec.Credentials credentials = spec.credentials();
                return credentials == null ? changed : Credentials.protect(changed, credentials);
            });
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

    /** A repository that serves charts: an index of all, or one as the artifact of a tag. */
    static Repository serveCharts(
            Repository repository, @Nullable String branch, @Nullable String tag, List<Content> charts, Kernel kernel) {
        Repository changed = repository.withCharts(charts);
        boolean isOci = repository.url().startsWith("oci://");
        return isOci && charts.size() == 1 ? serve(changed, branch, tag, null, charts.get(0), kernel) : changed;
    }

    private static Commit commit(String parent, @Nullable String hash, Content content, Kernel kernel) {
        Commit computed = Commit.of(parent, MESSAGE, kernel.now(), content);
        return hash == null ? computed : new Commit(hash, MESSAGE, kernel.now(), content);
    }
}
