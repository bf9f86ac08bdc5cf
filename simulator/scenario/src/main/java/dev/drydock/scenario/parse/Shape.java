package dev.drydock.scenario.parse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys of one kind of map in a scenario file. The published JSON Schema has a definition of the same name for each.
 *
 * @param name name of the definition
 * @param keys the keys allowed, in the order in which messages list them
 * @param required the keys that must be there
 */
record Shape(String name, List<String> keys, List<String> required) {

    private static final Map<String, Shape> ALL = new TreeMap<>();

    static final Shape SCENARIO = of("scenario", "apiVersion!", "kind!", "metadata!", "spec!");
    static final Shape METADATA = of("metadata", "name!", "labels", "annotations");
    static final Shape SPEC = of("spec", "description", "profile", "repositories", "workloads", "webhooks", "steps!");
    static final Shape WEBHOOK = of("webhook", "name!", "configuration", "answers!");
    static final Shape WEBHOOK_ANSWER = of("webhookAnswer", "when", "deny", "fails", "patch", "warnings");
    static final Shape WEBHOOK_WHEN = of("webhookWhen", "operations", "kind", "namespace", "name", "user", "object");
    static final Shape WEBHOOK_DENY = of("webhookDeny", "message", "code", "reason");
    static final Shape PROFILE = of("profile", "from", "kubernetes", "flux", "tenancy", "flags", "controllers");
    static final Shape FLAGS = of(
            "flags",
            "noCrossNamespaceRefs",
            "noRemoteBases",
            "defaultServiceAccount",
            "overrideManagers",
            "requeueDependency",
            "customApplyStageKinds",
            "featureGates");
    static final Shape REPOSITORY =
            of("repository", "url!", "branch", "tag", "commit", "directory", "charts", "credentials");
    static final Shape CREDENTIALS = of("credentials", "secret", "username", "password");
    static final Shape WORKLOAD = of("workload", "kind!", "namespace!", "name!", "behaviour!");
    static final Shape STEP = of("step", "name!", "as", "do!", "expect");
    static final Shape ACTOR = of("actor", "user!", "groups");
    static final Shape BLOCKED = of("blocked", "reason", "message", "code");
    static final Shape TEXT_MATCH = of("textMatch", "contains", "matches", "anyOf");

    static final Shape OPERATION = of(
            "operation",
            "apply",
            "create",
            "patch",
            "delete",
            "push",
            "reconcile",
            "advance",
            "settle",
            "get",
            "configure",
            "outage",
            "as",
            "blocked",
            "knownDifference");
    static final Shape WRITE = of("write", "file", "resource", "dryRun", "force", "fieldManager");
    static final Shape PATCH = of("patch", "target!", "type", "patch!");
    static final Shape DELETE = of("delete", "target!", "propagationPolicy");
    static final Shape PUSH = of("push", "url!", "branch", "tag", "directory", "charts");
    static final Shape RECONCILE = of("reconcile", "target!");
    static final Shape SETTLE = of("settle", "within", "quiet", "atLeast");
    static final Shape GET = of("get", "target!", "as");
    static final Shape OUTAGE = of("outage", "repository!", "until", "recover");

    static final Shape CHECK = of(
            "check",
            "outcome",
            "object",
            "absent",
            "can",
            "cannot",
            "inventory",
            "event",
            "reachable",
            "unreachable",
            "blastRadius",
            "of",
            "ready",
            "reason",
            "message",
            "stalled",
            "revision",
            "because",
            "knownDifference");
    static final Shape ABSENT = of("absent", "apiVersion!", "kind!", "metadata");
    static final Shape ABSENT_METADATA = of("absentMetadata", "namespace", "name", "labels");
    static final Shape CAN = of("can", "as!", "verb!", "resource!", "namespace", "name", "subresource");
    static final Shape INVENTORY = of("inventory", "of!", "contains", "exactly");
    static final Shape EVENT = of("event", "of!", "type", "reason", "message");
    static final Shape REACHABLE = of("reachable", "from!", "service!", "to!");
    static final Shape BLAST_RADIUS = of("blastRadius", "of!", "within!");

    /** All shapes by name, sorted. */
    static Map<String, Shape> all() {
        return new TreeMap<>(ALL);
    }

    /** A shape whose required keys carry an exclamation mark. */
    private static Shape of(String name, String... keys) {
        List<String> all =
                java.util.Arrays.stream(keys).map(key -> key.replace("!", "")).toList();
        List<String> required = java.util.Arrays.stream(keys)
                .filter(key -> key.endsWith("!"))
                .map(key -> key.replace("!", ""))
                .toList();
        Shape shape = new Shape(name, all, required);
        ALL.put(name, shape);
        return shape;
    }
}
