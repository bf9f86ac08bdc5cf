package dev.drydock.flux.helm;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manifest of a chart that runs at an event of the release instead of belonging to it (helm pkg/release/v1/hook.go).
 *
 * @param node the hook as a release record has it
 */
record Hook(MapNode node) {

    static final String BEFORE_CREATION = "before-hook-creation";
    static final String SUCCEEDED = "hook-succeeded";
    static final String FAILED = "hook-failed";

    /** A hook that was rendered and has not run yet. */
    static Hook of(dev.drydock.helm.Hook rendered) {
        return new Hook(MapNode.builder()
                .put("name", rendered.name())
                .put("kind", rendered.kind())
                .put("path", rendered.path())
                .put("manifest", rendered.manifest())
                .put("events", ListNode.ofStrings(rendered.events()))
                .put("weight", rendered.weight())
                .put("delete_policies", ListNode.ofStrings(rendered.deletePolicies()))
                .build());
    }

    String name() {
        return node.findText("name");
    }

    String kind() {
        return node.findText("kind");
    }

    String path() {
        return node.findText("path");
    }

    String manifest() {
        return node.findText("manifest");
    }

    int weight() {
        Long weight = node.findLong("weight");
        return weight == null ? 0 : weight.intValue();
    }

    boolean runsAt(String event) {
        return node.findList("events").strings().contains(event);
    }

    /** Whether it is deleted at a moment; without any policy, before it is created anew. CRDs are never deleted. */
    boolean isDeleted(String policy) {
        List<String> policies = node.findList("delete_policies").strings();
        boolean deletes = policies.isEmpty() ? policy.equals(BEFORE_CREATION) : policies.contains(policy);
        return deletes && !kind().equals("CustomResourceDefinition");
    }

    /** The hook with how its last run goes. */
    Hook ran(Instant started, @Nullable Instant completed, String phase) {
        MapNode run = MapNode.builder()
                .put("started_at", started.toString())
                .putIfPresent("completed_at", completed == null ? null : completed.toString())
                .put("phase", phase)
                .build();
        return new Hook(node.with("last_run", run));
    }
}
