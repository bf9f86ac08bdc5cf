package dev.drydock.flux.source;

import com.google.common.collect.Maps;
import dev.drydock.flux.artifact.GitReference;
import dev.drydock.flux.artifact.GitRemote;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
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
import org.jspecify.annotations.Nullable;

/** Brings a GitRepository to rest (source-controller internal/controller/gitrepository_controller.go). */
final class GitRepositoryReconciler extends SourceReconciler {

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    private static final String FETCH_FAILED = "FetchFailed";
    private static final Duration INCLUDE_RETRY = Duration.ofSeconds(30);

    private static final java.util.regex.Pattern BAD_ESCAPE =
            java.util.regex.Pattern.compile("%(?![0-9A-Fa-f]{2}).{0,2}");

    GitRepositoryReconciler(SourceTools tools) {
        super(SourceKind.GIT_REPOSITORY, tools);
    }

    @Override
    Attempt fetch(MapNode object) {
        if (object.find("spec", "verify") != null) {
            throw new NotModelledException("verification of Git commits (spec.verify)");
        }
        String url = object.findText("spec", "url");
        String secret = object.findText("spec", "secretRef", "name");
        Attempt refused = secret.isEmpty() ? null : checkSecret(object, secret);
        if (refused != null) {
            return refused;
        }
        String malformed = malformed(url);
        if (!malformed.isEmpty()) {
            String message = "failed to parse url '" + url + "': parse \"" + url + "\": " + malformed;
            return Attempt.failed(
                    failing(object, FETCH_FAILED, "URLInvalid", message),
                    new SourceResult.Stalling(message, "URLInvalid"),
                    "URLInvalid");
        }
        if (url.startsWith("ssh://") && secret.isEmpty()) {
            return failed(
                    object,
                    "AuthenticationFailed",
                    "failed to configure authentication options: invalid 'ssh' auth option: 'identity' is required");
        }
        MapNode includes = MapNode.EMPTY;
        for (Node include : object.findList("spec", "include")) {
            String name = include.findText("repository", "name");
            ApiResponse found = client.get(kind().kind(), new NamespacedName(ObjectFields.namespace(object), name));
            if (!found.isSuccess()) {
                String message = "could not get resource for include '" + name + "': " + found.message();
                return Attempt.waiting(
                        failing(object, "IncludeUnavailable", "NotFound", message), message, INCLUDE_RETRY, "NotFound");
            }
            if (found.object().find("status", "artifact") == null) {
                String message = "no artifact available for include '" + name + "'";
                return Attempt.waiting(
                        failing(object, "IncludeUnavailable", "NoArtifact", message),
                        message,
                        INCLUDE_RETRY,
                        "NoArtifact");
            }
            includes = includes.with(name, found.object().findMap("status", "artifact"));
        }
        return checkOut(Conditions.delete(object, "IncludeUnavailable"), url, secret, includes);
    }

    private @Nullable Attempt checkSecret(MapNode object, String name) {
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), name);
        ApiResponse response = client.get(SECRET, key);
        if (response.isSuccess()) {
            return null;
        }
        String message =
                "failed to get secret '" + key + "': failed to get secret '" + key + "': " + response.message();
        return failed(object, "AuthenticationFailed", message);
    }

    private Attempt failed(MapNode object, String reason, String message) {
        return Attempt.failed(
                failing(object, FETCH_FAILED, reason, message), new SourceResult.Generic(message, false), reason);
    }

    private Attempt checkOut(MapNode object, String url, String secret, MapNode includes) {
        Optional<Repository> repository = repositories.find(url);
        String head = "failed to checkout and determine revision: unable to "
                + (listsFirst(object) ? "list remote for" : "clone") + " '" + url + "': ";
        if (repository.isEmpty() && !repositories.servesHost(host(url))) {
            return failed(
                    object,
                    "GitOperationFailed",
                    head + "Get \"" + url + "/info/refs?service=git-upload-pack\": " + Network.unreachable(host(url)));
        }
        if (repository.isEmpty()) {
            return failed(object, "GitOperationFailed", head + "repository not found: not found");
        }
        if (!repository.get().reachable()) {
            return failed(
                    object,
                    "GitOperationFailed",
                    head + "unexpected client error: unexpected requesting \"" + url
                            + "/info/refs?service=git-upload-pack\" status code: 503");
        }
        if (!opens(repository.get(), object, secret)) {
            return failed(object, "GitOperationFailed", head + "authentication required: Unauthorized");
        }
        GitReference.Resolved resolved;
        try {
            resolved = GitReference.of(object.findMap("spec", "ref")).resolve(url, remote(repository.get()));
        } catch (SourceException e) {
            return failed(object, "GitOperationFailed", String.valueOf(e.getMessage()));
        }
        Commit commit = commit(repository.get(), resolved.hash());
        MapNode fetched = Conditions.delete(object, FETCH_FAILED);
        Content content = selected(commit.content(), fetched, includes);
        String revision = resolved.revision();
        String digest = "sha256:" + content.digest();
        boolean same = revision.equals(fetched.findText("status", "artifact", "revision"))
                && digest.equals(fetched.findText("status", "artifact", "digest"));
        String message = "stored artifact for revision '" + revision + "'";
        MapNode done =
                observed(same ? fetched : stored(fetched, commit.hash() + ".tar.gz", revision, content), includes);
        done = Conditions.set(
                Conditions.delete(done, "ArtifactOutdated"),
                "ArtifactInStorage",
                "True",
                "Succeeded",
                message,
                kernel.now());
        if (!same) {
            String subject = subject(commit.message());
            return Attempt.succeeded(
                    done, new Attempt.News("NewArtifact", "stored artifact for commit '" + subject + "'"));
        }
        boolean recovered = Conditions.isTrue(object, FETCH_FAILED);
        return recovered
                ? Attempt.succeeded(
                        done,
                        new Attempt.News("Succeeded", "stored artifact for commit '" + subject(commit.message()) + "'"))
                : new Attempt(
                        done,
                        SourceResult.Outcome.EMPTY,
                        new SourceResult.Generic(
                                "no changes since last reconciliation: observed revision '" + revision + "'", true),
                        "GitOperationSucceeded",
                        null);
    }

    /** With an artifact in storage the remote is asked for its references before anything is cloned. */
    private static boolean listsFirst(MapNode object) {
        MapNode ref = object.findMap("spec", "ref");
        boolean named = !ref.findText("name").isEmpty();
        boolean stored = object.find("status", "artifact") != null;
        return ref.findText("commit").isEmpty() && (named || stored);
    }

    private boolean opens(Repository repository, MapNode object, String secret) {
        if (repository.secret() == null && repository.login() == null) {
            return true;
        }
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), secret);
        ApiResponse response = client.get(SECRET, key);
        return !secret.isEmpty()
                && response.isSuccess()
                && SecretAccess.opensByLogin(repository, secret, response.object());
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

    /** What Go's url.Parse says about a URL, empty when nothing. */
    private static String malformed(String url) {
        String rest = url.substring(url.indexOf("://") + 3);
        String host = rest.replaceFirst("[/?#].*", "");
        if (host.contains(" ")) {
            return "invalid character \" \" in host name";
        }
        java.util.regex.Matcher escape = BAD_ESCAPE.matcher(url);
        return escape.find() ? "invalid URL escape \"" + escape.group() + "\"" : "";
    }

    private static String subject(String message) {
        String first = message.lines().findFirst().orElse("");
        return first.codePointCount(0, first.length()) > 50
                ? first.substring(0, first.offsetByCodePoints(0, 50)) + "..."
                : first;
    }

    private static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? url : host;
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
    private Content selected(Content content, MapNode object, MapNode includes) {
        Map<String, Content.Entry> all = new TreeMap<>(content.files());
        for (Node include : object.findList("spec", "include")) {
            String name = include.findText("repository", "name");
            String from = trimmed(include.findText("fromPath"));
            String given = trimmed(include.findText("toPath"));
            String to = given.isEmpty() ? name : given;
            String url = includes.findMap(name).findText("url");
            artifacts.find(url).orElse(Content.EMPTY).files().forEach((path, entry) -> {
                if (from.isEmpty() || path.startsWith(from + "/")) {
                    all.put(to + "/" + (from.isEmpty() ? path : path.substring(from.length() + 1)), entry);
                }
            });
        }
        List<String> sparse = object.findList("spec", "sparseCheckout").strings();
        return new Content(Maps.filterKeys(Archive.unignored(all, object), path -> inSparse(path, sparse)));
    }

    private static boolean inSparse(String path, List<String> directories) {
        return directories.isEmpty()
                || !path.contains("/")
                || directories.stream()
                        .map(GitRepositoryReconciler::trimmed)
                        .anyMatch(directory -> directory.isEmpty() || path.startsWith(directory + "/"));
    }

    private static String trimmed(String path) {
        return path.replaceAll("^(\\./|/)+|/+$", "");
    }
}
