package dev.drydock.flux.source;

import com.google.common.collect.Maps;
import dev.drydock.flux.artifact.GitReference;
import dev.drydock.flux.artifact.GitRemote;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.repository.SecurePath;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings a GitRepository to rest (source-controller internal/controller/gitrepository_controller.go). */
final class GitRepositoryReconciler extends SourceReconciler {

    private static final String UNAVAILABLE = "IncludeUnavailable";
    private static final String VERIFIED = "SourceVerified";
    private static final String CHECKOUT = "failed to checkout and determine revision: ";
    private static final Duration INCLUDE_RETRY = Duration.ofSeconds(30);

    private final GitAccess access;
    private final GitIncludes includes;

    GitRepositoryReconciler(SourceTools tools) {
        super(SourceKind.GIT_REPOSITORY, tools);
        this.access = new GitAccess(client);
        this.includes = new GitIncludes(artifacts);
    }

    @Override
    Attempt fetch(MapNode object) {
        MapNode begun = object.findList("status", "conditions").stream()
                        .anyMatch(condition -> condition.findText("type").equals(VERIFIED)
                                && condition.findText("status").equals("False"))
                ? Conditions.delete(object, VERIFIED)
                : object;
        try {
            MapNode secret = access.check(begun);
            MapNode includes = MapNode.EMPTY;
            for (Node include : begun.findList("spec", "include")) {
                String name = include.findText("repository", "name");
                ApiResponse found = client.get(kind().kind(), new NamespacedName(ObjectFields.namespace(begun), name));
                boolean exists = found.isSuccess();
                if (!exists || found.object().find("status", "artifact") == null) {
                    String message = exists
                            ? "no artifact available for include '" + name + "'"
                            : "could not get resource for include '" + name + "': " + found.message();
                    return unavailable(begun, exists ? "NoArtifact" : "NotFound", message);
                }
                includes = includes.with(name, found.object().findMap("status", "artifact"));
            }
            return checkOut(Conditions.delete(begun, UNAVAILABLE), secret, includes);
        } catch (FetchFailure failure) {
            return failure.attempt(begun, kernel.now());
        }
    }

    private Attempt unavailable(MapNode object, String reason, String message) {
        MapNode failed = failing(object, UNAVAILABLE, reason, message);
        return Attempt.waiting(failed, message, INCLUDE_RETRY, reason);
    }

    private Attempt checkOut(MapNode object, MapNode secret, MapNode includes) {
        String url = object.findText("spec", "url");
        GitReference reference = GitReference.of(object.findMap("spec", "ref"));
        boolean stored = object.find("status", "artifact") != null;
        checkWellFormed(reference);
        Repository repository = connected(object, url, secret, reference.listsFirst(stored));
        checkFilled(repository, reference, url, stored);
        GitReference.Resolved resolved;
        try {
            resolved = reference.resolve(url, remote(repository));
        } catch (SourceException e) {
            repositories.checkEverything(url + " at another ref");
            throw FetchFailure.retried("GitOperationFailed", String.valueOf(e.getMessage()));
        }
        Commit commit = commit(repository, resolved.hash());
        MapNode fetched = Conditions.delete(object, FetchFailure.FETCH_FAILED);
        checkSubmodules(commit.content(), fetched);
        checkSparse(commit.content(), fetched);
        try {
            return store(object, verify(fetched, resolved), commit, resolved.revision(), includes);
        } catch (FetchFailure failure) {
            return failure.attempt(fetched, kernel.now());
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

    private void checkSparse(Content content, MapNode object) {
        for (String path : object.findList("spec", "sparseCheckout").strings()) {
            String folder = SecurePath.of(path);
            boolean exists = folder.isEmpty()
                    || content.files().containsKey(folder)
                    || content.files().keySet().stream().anyMatch(file -> file.startsWith(folder + "/"));
            if (!exists) {
                throw FetchFailure.retried(
                        "GitOperationFailed",
                        "failed to sparse checkout directories : sparse checkout dir '" + path
                                + "' does not exist in repository: lstat " + GitIncludes.workingTree(object) + "/"
                                + folder + ": no such file or directory");
            }
        }
    }

    private static void checkSubmodules(Content content, MapNode object) {
        if (object.isTrue("spec", "recurseSubmodules") && content.files().containsKey(".gitmodules")) {
            throw new NotModelledException("submodules of Git repositories (spec.recurseSubmodules)");
        }
    }

    /** The source with what was found out about signatures; a key that is taken as good is named so. */
    private MapNode verify(MapNode object, GitReference.Resolved resolved) {
        String mode = object.findText("spec", "verify", "mode");
        if (mode.isEmpty()) {
            return Conditions.delete(object, VERIFIED).withoutPath("status", "sourceVerificationMode");
        }
        NamespacedName keys = new NamespacedName(
                ObjectFields.namespace(object), object.findText("spec", "verify", "secretRef", "name"));
        ApiResponse secret = client.get(SecretAccess.SECRET, keys);
        boolean tagged = resolved.reference().startsWith("refs/tags/");
        if (!secret.isSuccess() && !repositories.signaturesHold()) {
            throw FetchFailure.unverified("VerificationError", "public keys secret error: " + secret.message(), false);
        }
        if (mode.startsWith("Tag") && !tagged) {
            throw FetchFailure.unverified(
                    "InvalidVerificationMode",
                    "cannot verify tag object's signature if a tag reference is not specified",
                    true);
        }
        if (!repositories.signaturesHold()) {
            throw new NotModelledException("verification of Git commits (spec.verify)");
        }
        String tag = resolved.reference().replaceFirst("^refs/tags/", "");
        String message = "verified signature of"
                + (mode.startsWith("Tag") ? signed("tag", tag) : "")
                + (mode.equals("Tag") ? "" : signed("commit", resolved.hash()));
        MapNode marked = Conditions.set(object, VERIFIED, "True", "Succeeded", message, kernel.now());
        return marked.with(List.of("status", "sourceVerificationMode"), Node.of(mode.equals("head") ? "HEAD" : mode));
    }

    private static String signed(String what, String name) {
        return "\n\t- " + what + " '" + name + "' with key 'taken as good'";
    }

    private Attempt store(MapNode object, MapNode fetched, Commit commit, String revision, MapNode includes) {
        Content content = selected(commit.content(), fetched, includes);
        String digest = "sha256:" + content.digest();
        boolean same = revision.equals(fetched.findText("status", "artifact", "revision"))
                && digest.equals(fetched.findText("status", "artifact", "digest"));
        String message = "stored artifact for revision '" + revision + "'";
        MapNode done = observed(
                same ? fetched : latest(stored(fetched, commit.hash() + ".tar.gz", revision, content), "latest.tar.gz"),
                includes);
        done = Conditions.set(
                Conditions.delete(done, "ArtifactOutdated"),
                "ArtifactInStorage",
                "True",
                "Succeeded",
                message,
                kernel.now());
        String news = "stored artifact for commit '" + subject(commit.message()) + "'";
        if (!same) {
            return Attempt.succeeded(done, new Attempt.News("NewArtifact", news));
        }
        return Conditions.isTrue(object, FetchFailure.FETCH_FAILED)
                ? Attempt.succeeded(done, new Attempt.News("Succeeded", news))
                : new Attempt(
                        done,
                        SourceResult.Outcome.EMPTY,
                        new SourceResult.Generic(
                                "no changes since last reconciliation: observed revision '" + revision + "'", true),
                        "GitOperationSucceeded",
                        null);
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

    /** What was observed of the spec, so that a change of it is noticed. */
    private static MapNode observed(MapNode object, MapNode includes) {
        MapNode status = object.findMap("status");
        for (String[] field : new String[][] {
            {"ignore", "observedIgnore"},
            {"recurseSubmodules", "observedRecurseSubmodules"},
            {"include", "observedInclude"},
            {"sparseCheckout", "observedSparseCheckout"}
        }) {
            Node value = object.find("spec", field[0]);
            status = value == null ? status.without(field[1]) : status.with(field[1], value);
        }
        status = includes.isEmpty()
                ? status.without("includedArtifacts")
                : status.with("includedArtifacts", ListNode.of(includes.values()));
        return object.with("status", status);
    }

    private static String subject(String message) {
        String first = message.lines().findFirst().orElse("");
        return first.codePointCount(0, first.length()) > 50
                ? first.substring(0, first.offsetByCodePoints(0, 50)) + "..."
                : first;
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

    private static Commit commit(Repository repository, String hash) {
        List<Commit> all = new ArrayList<>(repository.tags().values());
        repository.branches().values().forEach(all::addAll);
        return all.stream()
                .filter(commit -> commit.hash().equals(hash))
                .findFirst()
                .orElseThrow();
    }

    /** The files that are not ignored, with those of the included repositories; links are not archived. */
    private Content selected(Content content, MapNode object, MapNode included) {
        List<String> sparse = object.findList("spec", "sparseCheckout").strings();
        Map<String, Content.Entry> checkedOut = Maps.filterKeys(content.files(), path -> inSparse(path, sparse));
        return new Content(Archive.unignored(includes.into(checkedOut, object, included), object));
    }

    private static boolean inSparse(String path, List<String> directories) {
        return directories.isEmpty()
                || !path.contains("/")
                || directories.stream()
                        .map(SecurePath::of)
                        .anyMatch(directory -> directory.isEmpty() || path.startsWith(directory + "/"));
    }
}
