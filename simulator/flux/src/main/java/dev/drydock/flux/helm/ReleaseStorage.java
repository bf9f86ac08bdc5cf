package dev.drydock.flux.helm;

import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The revisions of releases, kept in Secrets of one namespace (helm pkg/storage/storage.go, driver/secrets.go).
 *
 * @param client reads and writes as the account of the release
 * @param kernel time
 * @param namespace the storage namespace
 */
record ReleaseStorage(Client client, Kernel kernel, String namespace) {

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    private static final String MANAGER = "helm-controller";
    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

    /** What reading a release that does not exist gives. */
    static final String NOT_FOUND = "release: not found";

    private static String key(String name, int version) {
        return "sh.helm.release.v1." + name + ".v" + version;
    }

    /**
     * All revisions of a release that can be read, oldest first; empty when there is no Secret of it.
     *
     * @throws HelmFailure in Helm's words
     */
    Optional<List<Release>> history(String name) {
        return query(name, "");
    }

    private Optional<List<Release>> query(String name, String status) {
        if (!LABEL_VALUE.matcher(name).matches() || name.length() > 63) {
            throw new HelmFailure(
                    "invalid label value: \"" + name + "\": a valid label must be an empty string or consist of"
                            + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
                            + " (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is"
                            + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
        }
        String selector = "name=" + name + ",owner=helm" + (status.isEmpty() ? "" : ",status=" + status);
        ApiResponse response = client.list(SECRET, namespace, selector);
        if (!response.isSuccess()) {
            throw new HelmFailure("query: failed to query with labels: " + response.message());
        }
        List<Release> releases = new ArrayList<>();
        boolean any = false;
        for (Node secret : response.object().findList("items")) {
            any = true;
            ReleaseRecord.decode(secret.findText("data", "release")).ifPresent(releases::add);
        }
        releases.sort(Comparator.comparingInt(Release::version));
        return any ? Optional.of(releases) : Optional.empty();
    }

    /**
     * The newest revision; empty when there is none.
     *
     * @throws HelmFailure in Helm's words
     */
    Optional<Release> last(String name) {
        Optional<List<Release>> history = history(name);
        if (history.isPresent() && history.get().isEmpty()) {
            throw new HelmFailure("no revision for release \"" + name + "\"");
        }
        return history.map(releases -> releases.get(releases.size() - 1));
    }

    /** The revisions whose Secrets are labelled as deployed. */
    List<Release> deployed(String name) {
        return query(name, Release.DEPLOYED).orElse(List.of());
    }

    /**
     * One revision; empty when it is not there.
     *
     * @throws HelmFailure in Helm's words
     */
    Optional<Release> get(String name, int version) {
        String key = key(name, version);
        ApiResponse response = client.get(SECRET, new NamespacedName(namespace, key));
        if (response.code() == 404) {
            return Optional.empty();
        }
        if (!response.isSuccess()) {
            throw new HelmFailure("get: failed to get \"" + key + "\": " + response.message());
        }
        Optional<Release> release = ReleaseRecord.decode(response.object().findText("data", "release"));
        if (release.isEmpty()) {
            throw new HelmFailure("get: failed to decode data \"" + key + "\": unexpected end of JSON input");
        }
        return release;
    }

    /**
     * Stores a new revision; with a limit, the oldest make room first.
     *
     * @throws HelmFailure in Helm's words
     */
    void create(Release release, int maxHistory) {
        if (maxHistory > 0) {
            makeRoom(release.name(), maxHistory - 1);
        }
        ApiResponse response = client.create(secret(release, "createdAt"), WriteOptions.as(MANAGER));
        if (response.code() == 409) {
            throw new HelmFailure("release: already exists");
        }
        if (!response.isSuccess()) {
            throw new HelmFailure("create: failed to create: " + response.message());
        }
    }

    /** Never deletes the last deployed revision (storage.go, removeLeastRecent). */
    private void makeRoom(String name, int most) {
        List<Release> releases = history(name).orElse(List.of());
        List<Release> deployed = deployed(name);
        int keep = deployed.isEmpty() ? -1 : deployed.get(deployed.size() - 1).version();
        int left = releases.size();
        for (Release release : releases) {
            if (left <= most) {
                return;
            }
            if (release.version() != keep) {
                delete(release);
                left--;
            }
        }
    }

    /**
     * Writes a revision anew.
     *
     * @throws HelmFailure in Helm's words
     */
    void update(Release release) {
        ApiResponse response = client.update(secret(release, "modifiedAt"), "", WriteOptions.as(MANAGER));
        if (!response.isSuccess()) {
            throw new HelmFailure("update: failed to update: " + response.message());
        }
    }

    /**
     * Removes a revision.
     *
     * @throws HelmFailure in Helm's words
     */
    void delete(Release release) {
        if (get(release.name(), release.version()).isEmpty()) {
            throw new HelmFailure(NOT_FOUND);
        }
        NamespacedName name = new NamespacedName(namespace, key(release.name(), release.version()));
        ApiResponse response = client.delete(SECRET, name, MapNode.EMPTY);
        if (!response.isSuccess()) {
            throw new HelmFailure(response.message());
        }
    }

    private MapNode secret(Release release, String stamp) {
        String now = String.valueOf(kernel.now().getEpochSecond());
        return MapNode.builder()
                .put("apiVersion", "v1")
                .put("kind", "Secret")
                .put(
                        "metadata",
                        MapNode.of(
                                "name",
                                key(release.name(), release.version()),
                                "namespace",
                                namespace,
                                "labels",
                                MapNode.builder()
                                        .put(stamp, now)
                                        .put("name", release.name())
                                        .put("owner", "helm")
                                        .put("status", release.status())
                                        .put("version", String.valueOf(release.version()))
                                        .build()))
                .put("type", "helm.sh/release.v1")
                .put("data", MapNode.of("release", ReleaseRecord.encode(release)))
                .build();
    }
}
