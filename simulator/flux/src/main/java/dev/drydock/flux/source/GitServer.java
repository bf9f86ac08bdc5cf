package dev.drydock.flux.source;

import dev.drydock.flux.artifact.GitReference;
import dev.drydock.flux.artifact.GitRemote;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Git client gets from a server (fluxcd/pkg git/gogit/clone.go).
 *
 * @param repositories what URLs serve
 */
record GitServer(Repositories repositories) {

    private static final String CHECKOUT = "failed to checkout and determine revision: ";

    /**
     * The repository that a source names, which has something to check out.
     *
     * @param stored whether there is an artifact that may be still the newest
     * @throws FetchFailure when the server does not let the source in
     * @throws NotModelledException when that is not described
     */
    Repository open(MapNode object, MapNode secret, GitReference reference, boolean stored) {
        String url = object.findText("spec", "url");
        checkWellFormed(reference);
        Repository repository = connected(object, url, secret, reference.listsFirst(stored));
        checkFilled(repository, reference, url, stored);
        return repository;
    }

    /** What a reference names in a repository. */
    GitReference.Resolved resolve(Repository repository, GitReference reference, String url) {
        try {
            return reference.resolve(url, remote(repository));
        } catch (SourceException e) {
            repositories.checkEverything(url + " at another ref");
            throw FetchFailure.retried("GitOperationFailed", String.valueOf(e.getMessage()));
        }
    }

    private static void checkWellFormed(GitReference reference) {
        try {
            reference.check();
        } catch (SourceException e) {
            throw FetchFailure.retried("GitOperationFailed", CHECKOUT + e.getMessage());
        }
    }

    /** The repository that a URL names, when its server lets this source in. */
    private Repository connected(MapNode object, String url, MapNode secret, boolean lists) {
        Optional<Repository> repository = repositories.find(url).filter(known -> !servesChartsAlone(known));
        if (url.startsWith("ssh://")) {
            String broken =
                    SshIdentity.of(SecretAccess.data(secret, "identity")).problem();
            if (!broken.isEmpty()) {
                throw FetchFailure.retried(
                        "GitOperationFailed", CHECKOUT + "unable to construct auth method with options: " + broken);
            }
            return repository
                    .filter(known -> known.reachable() && opensBySsh(known, secret))
                    .orElseThrow(() -> new NotModelledException("Git over SSH beyond what is described, here " + url));
        }
        String refs = "\"" + url + "/info/refs?service=git-upload-pack\"";
        String broken = "unexpected client error: unexpected requesting " + refs + " status code: ";
        String problem;
        if (Network.isTooShort(object.findText("spec", "timeout"))) {
            problem = "Get " + refs + ": context deadline exceeded";
        } else if (repository.isEmpty() && !repositories.servesHost(host(url))) {
            boolean otherCase = repositories.servesHostIgnoringCase(host(url));
            problem = otherCase
                    ? "repository not found: unknown host"
                    : "Get " + refs + ": " + Network.unreachable(host(url));
        } else if (repository.isEmpty()) {
            problem = "repository not found: not found";
        } else if (!repository.get().reachable()) {
            problem = broken + "503";
        } else if (url.endsWith("/")) {
            problem = broken + "500";
        } else if (!opens(repository.get(), secret)) {
            problem = "authentication required: Unauthorized";
        } else {
            return repository.get();
        }
        throw FetchFailure.retried(
                "GitOperationFailed",
                CHECKOUT + "unable to " + (lists ? "list remote for" : "clone") + " '" + url + "': " + problem);
    }

    /** What a clone of a repository without any reference ends with: only that of a branch does not fail by itself. */
    private void checkFilled(Repository repository, GitReference reference, String url, boolean stored) {
        if (!repository.branches().isEmpty() || !repository.tags().isEmpty()) {
            return;
        }
        repositories.checkEverything(url + " at a branch");
        String problem = "remote repository is empty";
        if (reference.listsFirst(stored)) {
            problem = CHECKOUT + "unable to list remote for '" + url + "': " + problem;
        } else if (reference.isBranch()) {
            throw FetchFailure.retried("EmptyGitRepository", "git repository is empty");
        } else {
            problem = CHECKOUT + "unable to clone: " + problem + ": git repository: '" + url + "'";
        }
        throw FetchFailure.retried("GitOperationFailed", problem);
    }

    private static boolean servesChartsAlone(Repository repository) {
        return !repository.charts().isEmpty()
                && repository.branches().isEmpty()
                && repository.tags().isEmpty();
    }

    private static boolean opens(Repository repository, MapNode secret) {
        boolean open = repository.secret() == null && repository.login() == null;
        return open || (!secret.isEmpty() && SecretAccess.opensByLogin(repository, ObjectFields.name(secret), secret));
    }

    private static boolean opensBySsh(Repository repository, MapNode secret) {
        return repository.login() == null
                && (repository.secret() == null || repository.secret().equals(ObjectFields.name(secret)));
    }

    private static String host(String url) {
        try {
            URI parsed = new URI(url);
            String host = parsed.getHost();
            return host == null ? url : parsed.getPort() < 0 ? host : host + ":" + parsed.getPort();
        } catch (URISyntaxException e) {
            return url;
        }
    }

    private static GitRemote remote(Repository repository) {
        Map<String, List<String>> branches = new TreeMap<>();
        repository
                .branches()
                .forEach((name, commits) ->
                        branches.put(name, commits.stream().map(Commit::hash).toList()));
        Map<String, GitRemote.Tag> tags = new TreeMap<>();
        repository.tags().forEach((name, commit) -> tags.put(name, new GitRemote.Tag(commit.hash(), commit.at())));
        return new GitRemote(branches, tags, Map.of());
    }

    /** The commit of a hash that the repository is known to have. */
    static Commit commit(Repository repository, String hash) {
        List<Commit> all = new ArrayList<>(repository.tags().values());
        repository.branches().values().forEach(all::addAll);
        return all.stream()
                .filter(commit -> commit.hash().equals(hash))
                .findFirst()
                .orElseThrow();
    }
}
