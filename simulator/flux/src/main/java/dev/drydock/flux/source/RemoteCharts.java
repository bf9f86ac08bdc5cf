package dev.drydock.flux.source;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.artifact.HelmVersions;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.chart.BuildException;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.helm.semver.Version;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Charts of Helm repositories and of registries (source-controller internal/helm/repository).
 *
 * @param repositories what URLs serve
 * @param artifacts where indexes are stored
 */
record RemoteCharts(Repositories repositories, ArtifactStorage artifacts) {

    /**
     * Who asks.
     *
     * @param secretName name of the Secret, empty without one
     * @param secret the Secret
     */
    record Login(String secretName, MapNode secret) {
        static final Login NONE = new Login("", MapNode.EMPTY);
    }

    /**
     * The version of a chart that is meant, from an index or from the tags of a registry.
     *
     * @throws BuildException in the words of the repository
     */
    String version(MapNode repository, String chart, String version, Login login) {
        String url = repository.findText("spec", "url");
        if (repository.findText("spec", "type").equals("oci")) {
            return versionFromTags(url, chart, version, login);
        }
        Content index =
                artifacts.find(repository.findText("status", "artifact", "url")).orElse(Content.EMPTY);
        try {
            return HelmVersions.fromIndex(chart, HelmIndex.versions(index, chart), version);
        } catch (SourceException e) {
            throw new BuildException(BuildException.Reason.REFERENCE, String.valueOf(e.getMessage()));
        }
    }

    private String versionFromTags(String url, String chart, String version, Login login) {
        if (Version.parseComplete(version).isPresent()) {
            return version;
        }
        String reference = trimmed(url) + "/" + chart;
        try {
            Optional<Repository> repository = repositories.find(reference);
            String api = "https://" + host(url) + "/v2/" + path(reference) + "/tags/list";
            String refusal = refusal(repository, url, login);
            TreeMap<String, Content> tags = tags(repository);
            if (refusal.isEmpty() && tags.isEmpty()) {
                refusal = "response status code 404: name unknown: repository name not known to registry";
            }
            if (!refusal.isEmpty()) {
                throw new SourceException("could not get tags for \"" + chart + "\": could not fetch tags for \""
                        + reference + "\": " + get(api, refusal));
            }
            List<String> names =
                    tags.keySet().stream().map(tag -> tag.replace('_', '+')).toList();
            return HelmVersions.fromTags(names, version);
        } catch (SourceException e) {
            throw new BuildException(BuildException.Reason.PULL, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The files of a version of a chart.
     *
     * @throws BuildException in the words of the repository
     */
    Content download(MapNode repository, String chart, String version, Login login) {
        String url = repository.findText("spec", "url");
        return repository.findText("spec", "type").equals("oci")
                ? pull(url, chart, version, login)
                : fetch(url, chart, version, login);
    }

    private Content fetch(String url, String chart, String version, Login login) {
        String file = trimmed(url) + "/" + chart + "-" + version + ".tgz";
        Optional<Repository> repository = repositories.find(url);
        if (repository.isEmpty() && !repositories.servesHost(host(url))) {
            throw pullFailed("Get \"" + file + "\": " + Network.unreachable(host(url)));
        }
        String refusal = repository
                .map(r -> !r.reachable()
                        ? "503 Service Unavailable"
                        : SecretAccess.opensByLogin(r, login.secretName, login.secret) ? "" : "401 Unauthorized")
                .orElse("404 Not Found");
        Optional<Content> found = repository.stream()
                .flatMap(r -> r.charts().stream())
                .filter(content -> HelmIndex.metadata(content).findText("name").equals(chart)
                        && HelmIndex.metadata(content).findText("version").equals(version))
                .reduce((older, newer) -> newer);
        if (refusal.isEmpty() && found.isEmpty()) {
            refusal = "404 Not Found";
        }
        if (!refusal.isEmpty()) {
            throw pullFailed("failed to fetch " + file + " : " + refusal);
        }
        return found.orElseThrow();
    }

    private Content pull(String url, String chart, String version, Login login) {
        String reference = trimmed(url) + "/" + chart;
        Optional<Repository> repository = repositories.find(reference);
        String tag = version.replace('+', '_');
        String api = "https://" + host(url) + "/v2/" + path(reference) + "/manifests/" + tag;
        String head = "failed to get '" + reference + ":" + version + "': ";
        String refusal = refusal(repository, url, login);
        if (!refusal.isEmpty()) {
            throw pullFailed(head + "failed to perform \"FetchReference\" on source: " + get(api, refusal));
        }
        @Nullable Content found = tags(repository).get(tag);
        if (found == null) {
            throw pullFailed(head + "failed to perform \"FetchReference\" on source: "
                    + reference.substring("oci://".length()) + ":" + tag + ": not found");
        }
        if (HelmIndex.metadata(found).isEmpty()) {
            throw pullFailed(head + "could not load config with mediatype application/vnd.cncf.helm.config.v1+json");
        }
        return found;
    }

    private String refusal(Optional<Repository> repository, String url, Login login) {
        if (repository.isEmpty()
                ? !repositories.servesHost(host(url))
                : !repository.get().reachable()) {
            return Network.unreachable(host(url));
        }
        if (repository.isEmpty()) {
            return "";
        }
        Repository guarded = repository.get();
        boolean open = guarded.secret() == null && guarded.login() == null;
        if (open
                || SecretAccess.opensByPullSecret(guarded, host(url), login.secretName, login.secret)
                || SecretAccess.opensByLogin(guarded, login.secretName, login.secret)) {
            return "";
        }
        return login.secretName.isEmpty()
                ? "basic credential not found"
                : "response status code 401: unauthorized: authentication required";
    }

    private static String get(String api, String refusal) {
        return (refusal.startsWith("dial") ? "Get" : "GET") + " \"" + api + "\": " + refusal;
    }

    private static TreeMap<String, Content> tags(Optional<Repository> repository) {
        TreeMap<String, Content> tags = new TreeMap<>();
        repository.ifPresent(r -> r.tags().forEach((tag, commit) -> tags.put(tag, commit.content())));
        return tags;
    }

    private static BuildException pullFailed(String cause) {
        return new BuildException(BuildException.Reason.PULL, cause);
    }

    private static String trimmed(String url) {
        return url.replaceAll("/+$", "");
    }

    private static String host(String url) {
        return url.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
    }

    private static String path(String url) {
        return url.replaceFirst("^[a-z]+://[^/]*/?", "");
    }
}
