package dev.drydock.flux.source;

import com.google.common.collect.Maps;
import dev.drydock.flux.artifact.GitReference;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Brings a GitRepository to rest (source-controller internal/controller/gitrepository_controller.go). */
final class GitRepositoryReconciler extends SourceReconciler {

    private static final String UNAVAILABLE = "IncludeUnavailable";
    private static final String VERIFIED = "SourceVerified";
    private static final Duration INCLUDE_RETRY = Duration.ofSeconds(30);

    private final GitAccess access;
    private final GitIncludes includes;
    private final GitServer server;

    GitRepositoryReconciler(SourceTools tools) {
        super(SourceKind.GIT_REPOSITORY, tools);
        this.access = new GitAccess(client);
        this.includes = new GitIncludes(artifacts);
        this.server = new GitServer(repositories);
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
        Repository repository = server.open(object, secret, reference, stored);
        GitReference.Resolved resolved = server.resolve(repository, reference, url);
        Commit commit = GitServer.commit(repository, resolved.hash());
        MapNode fetched = Conditions.delete(object, FetchFailure.FETCH_FAILED);
        checkSubmodules(commit.content(), fetched);
        checkSparse(commit.content(), fetched);
        try {
            return store(object, verify(fetched, resolved), commit, resolved.revision(), includes);
        } catch (FetchFailure failure) {
            return failure.attempt(fetched, kernel.now());
        }
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
