package dev.drydock.flux.source;

import com.google.common.hash.Hashing;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.acl.SourceAccess;
import dev.drydock.flux.artifact.HelmVersions;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.chart.BuildException;
import dev.drydock.flux.chart.ChartBuild;
import dev.drydock.flux.chart.ChartMetadata.InvalidChartException;
import dev.drydock.flux.chart.ChartOptions;
import dev.drydock.flux.chart.LocalChartBuild;
import dev.drydock.flux.chart.RemoteChartBuild;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a HelmChart to rest (source-controller internal/controller/helmchart_controller.go). */
final class HelmChartReconciler extends SourceReconciler {

    /** The kinds of sources that charts come from. */
    static final Set<String> SOURCES = Set.of("HelmRepository", "GitRepository", "Bucket");

    private static final String FETCH_FAILED = "FetchFailed";
    private static final String BUILD_FAILED = "BuildFailed";
    private static final String OCI = "oci://";
    private static final String VERIFIED = "SourceVerified";
    private static final int SHORT_HASH = 12;

    private final Gaps gaps;
    private final RemoteCharts remote;
    private final HelmRepositoryLogin logins;

    HelmChartReconciler(SourceTools tools) {
        super(SourceKind.HELM_CHART, tools);
        this.gaps = tools.gaps();
        this.remote = new RemoteCharts(repositories, artifacts);
        this.logins = new HelmRepositoryLogin(client);
    }

    @Override
    Attempt fetch(MapNode before) {
        MapNode object = Conditions.isFalse(before, VERIFIED) ? Conditions.delete(before, VERIFIED) : before;
        String kind = object.findText("spec", "sourceRef", "kind");
        String name = object.findText("spec", "sourceRef", "name");
        SourceAccess.Result found = new SourceAccess(false, false, this::read).forHelmChart(object);
        if (found instanceof SourceAccess.Failed failed) {
            String message = "failed to get source: " + failed.message();
            return Attempt.failed(
                    failing(object, FETCH_FAILED, "SourceUnavailable", message),
                    new SourceResult.Generic(message, false),
                    "SourceUnavailable");
        }
        MapNode source = ((SourceAccess.Found) found).object();
        String artifact = source.findText("status", "artifact", "url");
        boolean isRegistry = kind.equals("HelmRepository") && isRegistry(source);
        if (!isRegistry && artifacts.find(artifact).isEmpty()) {
            String message = "no artifact available for " + kind + " source '" + name + "'";
            event(object, "Normal", "NoSourceArtifact", message);
            return Attempt.again(failing(object, FETCH_FAILED, "NoSourceArtifact", message));
        }
        String revision = source.findText("status", "artifact", "revision");
        MapNode observed = revision.isEmpty()
                ? object
                : object.with(List.of("status", "observedSourceArtifactRevision"), revision);
        return build(observed, source, kind);
    }

    /** Reads a source from the controller's cache, which names the kind of what is missing. */
    private ObjectLookup.Answer read(GroupVersionKind kind, String namespace, String name) {
        NamespacedName key = new NamespacedName(namespace, name);
        ApiResponse response = client.get(kind, key);
        gaps.check(kind.kind(), key);
        if (response.isSuccess()) {
            return new ObjectLookup.Found(response.object());
        }
        boolean isMissing = response.code() == 404;
        return new ObjectLookup.Failed(
                isMissing ? kind.groupKind() + " \"" + name + "\" not found" : response.message(), isMissing);
    }

    private Attempt build(MapNode object, MapNode source, String kind) {
        try {
            ChartBuild build = kind.equals("HelmRepository") ? fromRepository(object, source) : local(object, source);
            return store(object, build);
        } catch (BuildException e) {
            boolean isAuthentication = kind.equals("HelmRepository")
                    && e.reason() != BuildException.Reason.VERIFICATION
                    && isAuthentication(String.valueOf(e.getMessage()));
            return isAuthentication
                    ? unknown(
                            object,
                            "AuthenticationFailed",
                            "failed to authenticate with the Helm repository: " + e.getMessage())
                    : failed(object, e);
        } catch (SourceException e) {
            return unknown(object, "AuthenticationFailed", String.valueOf(e.getMessage()));
        } catch (FetchFailure e) {
            return unknown(object, e);
        } catch (UnverifiedException e) {
            String message = String.valueOf(e.getMessage());
            return unknown(
                    Conditions.set(object, VERIFIED, "False", "VerificationError", message, kernel.now()),
                    "VerificationError",
                    message);
        }
    }

    /** Words by which upstream tells refused logins from other errors. */
    private static boolean isAuthentication(String message) {
        return List.of("401", "unauthorized", "authentication required", "tls", "unknown certificate authority")
                .stream()
                .anyMatch(message::contains);
    }

    private ChartBuild fromRepository(MapNode object, MapNode repository) {
        RemoteCharts.Login login = logins.of(repository);
        String url = repository.findText("spec", "url");
        if (isRegistry(repository) && !url.startsWith(OCI)) {
            throw FetchFailure.stalling(
                    "Failed",
                    "failed to construct Helm client: invalid OCI registry URL: " + url.replaceAll("/*$", "/"));
        }
        String chart = object.findText("spec", "chart");
        verifyKeys(object, repository);
        try {
            HelmVersions.checkChartName(chart);
        } catch (SourceException e) {
            throw new BuildException(BuildException.Reason.REFERENCE, String.valueOf(e.getMessage()));
        }
        String version;
        try {
            version = remote.version(repository, chart, object.findText("spec", "version"), login);
        } catch (BuildException e) {
            throw e.after("failed to get chart version for remote reference: ");
        }
        verify(object, repository, chart, version);
        ChartOptions options = options(object, "");
        if (!options.mergedFiles().isEmpty()) {
            options = options(object, String.valueOf(object.findLong("metadata", "generation")));
        }
        return RemoteChartBuild.build(chart, version, options, () -> download(repository, chart, version, login));
    }

    private Content download(MapNode repository, String chart, String version, RemoteCharts.Login login) {
        try {
            return remote.download(repository, chart, version, login);
        } catch (BuildException e) {
            throw e.after("failed to download chart for remote reference: ");
        }
    }

    private ChartBuild local(MapNode object, MapNode source) {
        Content files =
                artifacts.find(source.findText("status", "artifact", "url")).orElse(Content.EMPTY);
        String metadata = "";
        if (object.findText("spec", "reconcileStrategy").equals("Revision")) {
            String revision = source.findText("status", "artifact", "revision");
            String hash = revision.substring(revision.lastIndexOf(':') + 1);
            metadata = hash.substring(0, Math.min(SHORT_HASH, hash.length()));
        }
        ChartOptions options = options(object, metadata);
        if (!options.mergedFiles().isEmpty()) {
            String generation = String.valueOf(object.findLong("metadata", "generation"));
            options = options(object, metadata.isEmpty() ? generation : metadata + "." + generation);
        }
        return new LocalChartBuild(
                        files, workDir(object), (url, name, version) -> dependency(object, url, name, version))
                .build(object.findText("spec", "chart"), options);
    }

    /** The controller unpacks sources in a folder whose name ends in a number. */
    private static String workDir(MapNode object) {
        String name = ObjectFields.namespace(object) + "-" + ObjectFields.name(object);
        long number = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).asInt() & 0xffffffffL;
        return "/tmp/helmchart-" + name + "-" + (1_000_000_000L + number) + "/source";
    }

    private ChartOptions options(MapNode object, String metadata) {
        String name = object.findText("status", "observedChartName");
        String version = object.findText("status", "artifact", "revision");
        List<String> merged = object.find("status", "observedValuesFiles") == null
                ? null
                : object.findList("status", "observedValuesFiles").strings();
        return new ChartOptions(
                metadata,
                object.findList("spec", "valuesFiles").strings(),
                object.isTrue("spec", "ignoreMissingValuesFiles"),
                version.isEmpty() ? null : new ChartOptions.Cached(name, version, merged),
                !String.valueOf(object.findLong("metadata", "generation"))
                        .equals(String.valueOf(object.findLong("status", "observedGeneration"))));
    }

    /** A chart that another one depends on, from the repository object of the namespace with its URL, or from the URL. */
    private Content dependency(MapNode object, String url, String name, String version) {
        MapNode repository = MapNode.of("spec", MapNode.of("url", url, "type", url.startsWith(OCI) ? "oci" : ""));
        String namespace = ObjectFields.namespace(object);
        for (Node candidate : client.list(SourceKind.HELM_REPOSITORY.kind(), namespace, "")
                .object()
                .findList("items")) {
            if (Repositories.isSame(candidate.findText("spec", "url"), url)) {
                repository = (MapNode) candidate;
                break;
            }
        }
        if (!ObjectFields.name(repository).isEmpty()) {
            gaps.check(SourceKind.HELM_REPOSITORY.kind().kind(), NamespacedName.of(repository));
        }
        RemoteCharts.Login login;
        try {
            login = logins.of(repository);
        } catch (SourceException e) {
            String normalised = url.startsWith(OCI) ? url.replaceAll("/+$", "") : url.replaceAll("/*$", "/");
            throw new InvalidChartException(
                    "failed to get chart repository for URL '" + normalised + "': " + e.getMessage());
        }
        if (repository.find("status", "artifact") == null && !url.startsWith(OCI)) {
            throw new NotModelledException("charts that depend on a repository without a HelmRepository");
        }
        String found;
        try {
            found = remote.version(repository, name, version, login);
        } catch (BuildException e) {
            throw new InvalidChartException(
                    "failed to get chart '" + name + "' version '" + version + "' from '" + url + "': " + e.words());
        }
        try {
            return remote.download(repository, name, found, login);
        } catch (BuildException e) {
            throw new InvalidChartException("chart download of version '" + found + "' failed: " + e.words());
        }
    }

    private static boolean isRegistry(MapNode repository) {
        return repository.findText("spec", "type").equals("oci");
    }

    private static boolean isVerified(MapNode object) {
        return object.find("spec", "verify") != null;
    }

    /** Reads the keys that signatures are held against. */
    private void verifyKeys(MapNode object, MapNode repository) {
        if (!isVerified(object) || !isRegistry(repository)) {
            return;
        }
        String secret = object.findText("spec", "verify", "secretRef", "name");
        String provider = object.findText("spec", "verify", "provider");
        if (secret.isEmpty() || !provider.equals("cosign")) {
            throw new NotModelledException("verification of charts without a key (spec.verify)");
        }
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), secret);
        ApiResponse response = client.get(SecretAccess.SECRET, key);
        String problem = response.isSuccess()
                ? response.object().findMap("data").keys().stream().anyMatch(k -> k.endsWith(".pub"))
                        ? ""
                        : "no public keys found in secret '" + key + "'"
                : response.message();
        if (!problem.isEmpty()) {
            throw new UnverifiedException(
                    "failed to verify the signature using provider '" + provider + "': " + problem);
        }
    }

    /** No chart that a scenario describes is signed, and those of an index cannot be. */
    private static void verify(MapNode object, MapNode repository, String chart, String version) {
        if (isVerified(object) && !isRegistry(repository)) {
            throw new BuildException(BuildException.Reason.VERIFICATION, "not implemented");
        }
        if (isVerified(object)) {
            String url = repository.findText("spec", "url").replaceAll("/+$", "");
            throw new BuildException(
                    BuildException.Reason.VERIFICATION,
                    "failed to verify " + url + "/" + chart + ":" + version + ": no signatures found");
        }
    }

    /** Keys that cannot be had. */
    private static final class UnverifiedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnverifiedException(String message) {
            super(message, null, false, false);
        }
    }

    private Attempt failed(MapNode object, BuildException error) {
        String message = String.valueOf(error.getMessage());
        BuildException.Reason reason = error.reason();
        String type = reason.isOfBuild() ? BUILD_FAILED : FETCH_FAILED;
        MapNode marked = unverified(Conditions.delete(object, reason.isOfBuild() ? FETCH_FAILED : BUILD_FAILED));
        marked = failing(marked, type, reason.condition(), message);
        if (reason == BuildException.Reason.VERIFICATION) {
            marked = Conditions.set(marked, VERIFIED, "False", "VerificationError", message, kernel.now());
        }
        return Attempt.failed(
                marked,
                reason.isPersistent()
                        ? new SourceResult.Stalling(message, reason.condition())
                        : new SourceResult.Generic(message, false),
                reason.condition());
    }

    /** An error before the build; the condition calls it unknown, the event does not. */
    private Attempt unknown(MapNode object, String reason, String message) {
        MapNode marked = unverified(Conditions.delete(object, BUILD_FAILED));
        return Attempt.failed(
                failing(marked, FETCH_FAILED, "Unknown", "unknown build error: " + message),
                new SourceResult.Generic(message, false),
                reason);
    }

    /** An error of the client; the event and the Stalled condition have its own reason. */
    private Attempt unknown(MapNode object, FetchFailure failure) {
        Attempt attempt = failure.attempt(unverified(Conditions.delete(object, BUILD_FAILED)), kernel.now());
        MapNode marked =
                failing(attempt.object(), FETCH_FAILED, "Unknown", "unknown build error: " + failure.getMessage());
        return new Attempt(marked, attempt.outcome(), attempt.failure(), attempt.eventReason(), null);
    }

    private static MapNode unverified(MapNode object) {
        return object.find("spec", "verify") == null ? Conditions.delete(object, VERIFIED) : object;
    }

    private Attempt store(MapNode object, ChartBuild build) {
        boolean failedBefore = Conditions.isTrue(object, FETCH_FAILED) || Conditions.isTrue(object, BUILD_FAILED);
        MapNode built = unverified(Conditions.delete(Conditions.delete(object, FETCH_FAILED), BUILD_FAILED));
        String digest = object.findText("status", "artifact", "digest");
        if (build.dependencies() > 0) {
            event(built, "Normal", "ResolvedDependencies", "resolved " + build.dependencies() + " chart dependencies");
        }
        @Nullable Content files = build.files();
        if (files == null) {
            event(
                    built,
                    "Normal",
                    "ArtifactUpToDate",
                    "artifact up-to-date with remote revision: '" + build.version() + "'");
        } else {
            built = stored(built, build.name() + "-" + build.version() + ".tgz", build.version(), files);
            built = built.with(List.of("status", "observedChartName"), build.name());
            built = object.isTrue("spec", "ignoreMissingValuesFiles")
                    ? built.with(List.of("status", "observedValuesFiles"), ListNode.ofStrings(build.valuesFiles()))
                    : built.withoutPath("status", "observedValuesFiles");
            built = built.with(List.of("status", "url"), latest(built));
        }
        MapNode done = Conditions.set(
                Conditions.delete(built, "ArtifactOutdated"),
                "ArtifactInStorage",
                "True",
                build.reason(),
                build.summary(),
                kernel.now());
        boolean isNew = !digest.equals(done.findText("status", "artifact", "digest"));
        return Attempt.succeeded(
                done, isNew || failedBefore ? new Attempt.News(build.reason(), build.summary()) : null);
    }

    /** The link beside the artifact. */
    private static String latest(MapNode object) {
        String url = object.findText("status", "artifact", "url");
        return url.substring(0, url.lastIndexOf('/') + 1) + "latest.tar.gz";
    }
}
