package dev.drydock.flux.helm;

import com.google.common.hash.Hashing;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One revision of a release, as Helm's storage keeps it (helm pkg/release/v1/release.go).
 *
 * @param node the record
 */
record Release(MapNode node) {

    static final String DEPLOYED = "deployed";
    static final String FAILED = "failed";
    static final String SUPERSEDED = "superseded";
    static final String UNINSTALLED = "uninstalled";
    static final String UNINSTALLING = "uninstalling";

    String name() {
        return node.findText("name");
    }

    String namespace() {
        return node.findText("namespace");
    }

    int version() {
        Long version = node.findLong("version");
        return version == null ? 0 : version.intValue();
    }

    String status() {
        return node.findText("info", "status");
    }

    boolean isPending() {
        return status().startsWith("pending-");
    }

    /** What {@code Chart.yaml} of its chart says. */
    MapNode chart() {
        return node.findMap("chart", "metadata");
    }

    /** The default values of its chart. */
    MapNode chartValues() {
        return node.findMap("chart", "values");
    }

    MapNode config() {
        return node.findMap("config");
    }

    String manifest() {
        return node.findText("manifest");
    }

    boolean isServerSide() {
        return node.findText("apply_method").equals("ssa");
    }

    List<Hook> hooks() {
        List<Hook> hooks = new ArrayList<>();
        for (Node hook : node.findList("hooks")) {
            hooks.add(new Hook((MapNode) hook));
        }
        return hooks;
    }

    Release with(Hook changed) {
        return new Release(node.with(
                "hooks",
                node.findList("hooks")
                        .map(hook -> hook.findText("path").equals(changed.path())
                                        && hook.findText("name").equals(changed.name())
                                        && hook.findText("kind").equals(changed.kind())
                                ? changed.node()
                                : hook)));
    }

    Release with(String status, String description) {
        return new Release(
                node.with(List.of("info", "status"), status).with(List.of("info", "description"), description));
    }

    Release withStatus(String status) {
        return new Release(node.with(List.of("info", "status"), status));
    }

    Release deleted(Instant when) {
        return new Release(node.with(List.of("info", "deleted"), when.toString()))
                .with(UNINSTALLING, "Deletion in progress (or silently failed)");
    }

    boolean isFor(String name, String namespace, int version) {
        return name().equals(name) && namespace().equals(namespace) && version() == version;
    }

    /**
     * What helm-controller compares to see whether somebody else changed the record; hooks that are tests do not count
     * (internal/release/observation.go). The digest itself is our own.
     */
    String digest(String ociDigest) {
        List<Node> counted = node.findList("hooks").stream()
                .filter(hook -> !new Hook((MapNode) hook).runsAt("test"))
                .toList();
        MapNode observed = MapNode.builder()
                .put("name", name())
                .put("version", version())
                .put("info", node.findMap("info"))
                .put("chartMetadata", chart())
                .put("config", config())
                .put("manifest", manifest())
                .put("hooks", ListNode.of(counted))
                .put("namespace", namespace())
                .put("ociDigest", ociDigest)
                .build();
        return sha256(JsonWriter.compact(observed));
    }

    /** The digest of values (fluxcd/pkg chartutil/digest.go); empty values are none at all. */
    static String configDigest(MapNode values) {
        return sha256(values.isEmpty() ? "" : JsonWriter.compact(sorted(values)));
    }

    private static MapNode sorted(MapNode map) {
        MapNode.Builder builder = MapNode.builder();
        map.keys().stream().sorted().forEach(key -> builder.put(key, sorted(map.find(key))));
        return builder.build();
    }

    private static Node sorted(@org.jspecify.annotations.Nullable Node node) {
        if (node instanceof MapNode map) {
            return sorted(map);
        }
        if (node instanceof ListNode list) {
            return list.map(Release::sorted);
        }
        return node == null ? MapNode.EMPTY : node;
    }

    private static String sha256(String text) {
        return "sha256:" + Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
    }
}
