package dev.drydock.flux.source;

import com.google.common.hash.Hashing;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.flux.timing.SourceTiming;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.InvalidDurationException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a HelmRepository to rest (source-controller internal/controller/helmrepository_controller.go). */
final class HelmRepositoryReconciler extends SourceReconciler {

    private static final String FETCH_FAILED = "FetchFailed";

    HelmRepositoryReconciler(SourceTools tools) {
        super(SourceKind.HELM_REPOSITORY, tools);
    }

    @Override
    Duration interval(MapNode object) {
        try {
            return SourceTiming.helmRepositoryInterval(object.findMap("spec"));
        } catch (InvalidDurationException e) {
            return Duration.ZERO;
        }
    }

    /** Repositories of type oci are static: they have no status and no finalizer. */
    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(kind().kind(), name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode object = found.object();
        if (!object.findText("spec", "type").equals("oci")) {
            return super.reconcile(name);
        }
        boolean suspended = object.isTrue("spec", "suspend") && object.find("metadata", "deletionTimestamp") == null;
        boolean isStatic = object.findList("metadata", "finalizers").isEmpty()
                && object.findMap("status").isEmpty();
        if (!suspended && !isStatic) {
            MapNode bare = object.with(List.of("metadata", "finalizers"), ListNode.EMPTY)
                    .with("status", MapNode.EMPTY);
            new StatusPatcher(client, "source-controller").patch(object, bare);
        }
        return new Result.Done();
    }

    @Override
    Attempt fetch(MapNode object) {
        String url = object.findText("spec", "url");
        if (url.startsWith("oci://")) {
            String message =
                    "invalid Helm repository URL: 'oci' URL scheme cannot be used with 'default' HelmRepository type";
            return Attempt.failed(
                    failing(object, FETCH_FAILED, "URLInvalid", message),
                    new SourceResult.Stalling(message, "URLInvalid"),
                    "URLInvalid");
        }
        RemoteCharts.Login login;
        try {
            login = new HelmRepositoryLogin(client).of(object);
        } catch (SourceException e) {
            return failed(object, "AuthenticationFailed", String.valueOf(e.getMessage()));
        }
        return download(object, url, login);
    }

    private Attempt failed(MapNode object, String reason, String message) {
        return Attempt.failed(
                failing(object, FETCH_FAILED, reason, message), new SourceResult.Generic(message, false), reason);
    }

    private Attempt download(MapNode object, String url, RemoteCharts.Login login) {
        String index = url.replaceAll("/+$", "") + "/index.yaml";
        String prefix = "failed to fetch Helm repository index: failed to cache index to temporary file: ";
        Optional<Repository> repository = repositories.find(url);
        String host = index.replaceFirst("^https?://", "").replaceFirst("/.*", "");
        if (repository.isEmpty() && !repositories.servesHost(host)) {
            return failed(object, "Failed", prefix + "Get \"" + index + "\": " + Network.unreachable(host));
        }
        if (repository.isPresent() && servesFilesAlone(repository.get())) {
            repositories.checkEverything(index);
            repository = Optional.empty();
        }
        String refusal = repository
                .map(r -> !r.reachable()
                        ? "503 Service Unavailable"
                        : SecretAccess.opensByLogin(r, login.secretName(), login.secret()) ? "" : "401 Unauthorized")
                .orElse("404 Not Found");
        if (!refusal.isEmpty()) {
            return failed(object, "Failed", prefix + "failed to fetch " + index + " : " + refusal);
        }
        return store(object, url, repository.orElseThrow().charts());
    }

    /** A server of files for Git has no index. */
    private static boolean servesFilesAlone(Repository repository) {
        return repository.charts().isEmpty()
                && !(repository.branches().isEmpty() && repository.tags().isEmpty());
    }

    private Attempt store(MapNode object, String url, List<Content> charts) {
        String listing = HelmIndex.write(charts);
        String hash =
                Hashing.sha256().hashString(listing, StandardCharsets.UTF_8).toString();
        String revision = "sha256:" + hash;
        MapNode fetched = Conditions.delete(object, FETCH_FAILED);
        boolean same = revision.equals(fetched.findText("status", "artifact", "revision"));
        MapNode done = same
                ? fetched
                : stored(
                        fetched,
                        "index-" + hash + ".yaml",
                        revision,
                        new Content(Map.of(HelmIndex.FILE, Content.File.of(listing))));
        done = Conditions.set(
                Conditions.delete(done, "ArtifactOutdated"),
                "ArtifactInStorage",
                "True",
                "Succeeded",
                "stored artifact: revision '" + revision + "'",
                kernel.now());
        String text = "stored fetched index of size " + HelmIndex.size(listing.getBytes(StandardCharsets.UTF_8).length)
                + " from '" + url + "'";
        if (!same) {
            return Attempt.succeeded(done, new Attempt.News("NewArtifact", text));
        }
        return Conditions.isTrue(object, FETCH_FAILED)
                ? Attempt.succeeded(done, new Attempt.News("Succeeded", text))
                : Attempt.succeeded(
                        done,
                        new Attempt.News(
                                "ArtifactUpToDate", "artifact up-to-date with remote revision: '" + revision + "'"));
    }
}
