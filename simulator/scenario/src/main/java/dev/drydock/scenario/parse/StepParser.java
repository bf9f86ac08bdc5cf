package dev.drydock.scenario.parse;

import dev.drydock.kubernetes.PatchType;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Blocked;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.SourcePath;
import dev.drydock.scenario.Step;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads steps and their operations. */
final class StepParser {

    private static final List<String> NO_ACTION = List.of("as", "blocked", "knownDifference");
    private static final List<String> ACTIONS =
            Shape.OPERATION.keys().stream().filter(k -> !NO_ACTION.contains(k)).toList();
    private static final List<String> REQUESTS = List.of("apply", "create", "patch", "delete", "reconcile", "get");
    private static final List<String> PATCH_TYPES = List.of("merge", "json", "strategic");
    private static final List<String> POLICIES = List.of("Orphan", "Background", "Foreground");
    private static final int LEAST_CODE = 400;
    private static final int MOST_CODE = 599;
    private static final Duration HOUR = Duration.ofHours(1);

    private final SourceTree sources;
    private final List<String> reasons;
    private final Problems problems;

    /**
     * A parser.
     *
     * @param reasons the reasons that webhooks of the scenario give beside those of the API
     */
    StepParser(SourceTree sources, List<String> reasons, Problems problems) {
        this.reasons = List.copyOf(reasons);
        this.sources = sources;
        this.problems = problems;
    }

    Step step(Node node, String at) {
        Fields fields = Fields.of(node, at, Shape.STEP, problems);
        Actor actor = ActorParser.actor(fields, "as");
        List<Operation> operations = fields.list("do", this::operation);
        CheckParser checks = new CheckParser(problems);
        return new Step(
                fields.name("name"),
                actor == null ? Actor.ADMIN : actor,
                operations.stream().filter(java.util.Objects::nonNull).toList(),
                fields.list("expect", checks::check).stream()
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                node.location());
    }

    private @Nullable Operation operation(Node node, String at) {
        Fields fields = Fields.of(node, at, Shape.OPERATION, problems);
        List<String> given = ACTIONS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            if (!fields.hasUnknown()) {
                problems.add(
                        node.location(),
                        at + ": one operation is expected, found "
                                + (given.isEmpty() ? "none" : String.join(" and ", given)) + "; operations: "
                                + String.join(", ", ACTIONS));
            }
            return null;
        }
        String name = given.get(0);
        Actor as = ActorParser.actor(fields, "as");
        Blocked blocked = null;
        if (fields.has("blocked")) {
            blocked = blocked(fields);
            if (!REQUESTS.contains(name)) {
                fields.wrong("blocked", name + " makes no request that could be refused");
            }
        }
        Node body = fields.get(name);
        Action action = action(name, body == null ? ScalarNode.NULL : body, fields.path(name), blocked != null);
        if (action instanceof Action.Get && body instanceof MapNode get && get.has("as")) {
            Shape known = new Shape("get", List.copyOf(get.keys()), List.of()); // its keys were checked before
            as = ActorParser.actor(Fields.of(get, fields.path(name), known, problems), "as");
        }
        return action == null
                ? null
                : new Operation(name, action, as, blocked, fields.text("knownDifference"), node.location());
    }

    private @Nullable Action action(String name, Node body, String at, boolean isBlocked) {
        return switch (name) {
            case "apply", "create" -> write(name, body, at, isBlocked);
            case "patch" -> patch(Fields.of(body, at, Shape.PATCH, problems), isBlocked);
            case "delete" -> delete(Fields.of(body, at, Shape.DELETE, problems), isBlocked);
            case "push" -> push(Fields.of(body, at, Shape.PUSH, problems));
            case "reconcile" -> {
                Target target = target(Fields.of(body, at, Shape.RECONCILE, problems), "target");
                yield target == null ? null : new Action.Reconcile(target);
            }
            case "get" -> {
                Target target = target(Fields.of(body, at, Shape.GET, problems), "target");
                yield target == null ? null : new Action.Get(target);
            }
            case "advance" -> advance(body, at);
            case "settle" ->
                settle(Fields.of(body.isNull() ? MapNode.EMPTY.at(body.location()) : body, at, Shape.SETTLE, problems));
            case "configure" -> new Action.Configure(ProfileParser.changes(body, at, sources, problems));
            default -> outage(Fields.of(body, at, Shape.OUTAGE, problems));
        };
    }

    private Action write(String name, Node body, String at, boolean isBlocked) {
        Fields fields = Fields.of(body, at, Shape.WRITE, problems);
        boolean create = name.equals("create");
        if (body instanceof MapNode && fields.has("file") == fields.has("resource")) {
            problems.add(body.location(), at + ": one of file and resource is expected");
        }
        if (create && fields.has("force")) {
            fields.wrong("force", "only an apply takes fields by force");
        }
        if (fields.get("resource") instanceof MapNode resource && !isBlocked) {
            for (String key : List.of("apiVersion", "kind")) {
                if (resource.findText(key).isEmpty()) {
                    fields.wrong("resource", "is no object: " + key + " is missing");
                }
            }
        }
        SourcePath file = sources.resolve(fields, "file", false);
        return new Action.Write(
                create,
                file,
                fields.map("resource"),
                Boolean.TRUE.equals(fields.bool("dryRun")),
                Boolean.TRUE.equals(fields.bool("force")),
                fields.text("fieldManager", "drydock"));
    }

    private @Nullable Action patch(Fields fields, boolean isBlocked) {
        Target target = target(fields, "target");
        String type = fields.oneOf("type", PATCH_TYPES);
        Node patch = fields.get("patch");
        PatchType format = type == null || type.equals("merge")
                ? PatchType.MERGE
                : type.equals("json") ? PatchType.JSON : PatchType.STRATEGIC;
        if (patch != null && format == PatchType.JSON && !(patch instanceof ListNode)) {
            fields.wrong("patch", "a JSON patch is a list of operations, found " + Fields.what(patch));
        } else if (patch != null && format != PatchType.JSON && !(patch instanceof MapNode)) {
            fields.wrong("patch", "a map is expected, found " + Fields.what(patch));
        }
        if (patch instanceof ListNode operations && format == PatchType.JSON && !isBlocked) {
            Patches.check(operations, fields.path("patch"), problems);
        }
        return target == null || patch == null ? null : new Action.Patch(target, format, patch);
    }

    private @Nullable Action delete(Fields fields, boolean isBlocked) {
        Target target = target(fields, "target");
        String policy = fields.text("propagationPolicy");
        // what is far from every policy is a request on purpose: the API server says no
        if (policy != null
                && !isBlocked
                && !POLICIES.contains(policy)
                && Nearest.of(policy, POLICIES).isPresent()) {
            fields.oneOf("propagationPolicy", POLICIES);
        }
        return target == null ? null : new Action.Delete(target, policy);
    }

    private Action push(Fields fields) {
        if (fields.has("branch") && fields.has("tag")) {
            fields.wrong("tag", "a branch or a tag is expected, not both");
        }
        if (!fields.has("directory") && !fields.has("charts")) {
            problems.add(fields.location(), fields.path("directory") + ": is missing");
        }
        return new Action.Push(
                DocumentParser.url(fields),
                fields.text("branch"),
                fields.text("tag"),
                sources.resolve(fields, "directory", true),
                DocumentParser.folders(fields, "charts", sources));
    }

    private Action advance(Node body, String at) {
        Duration duration = Fields.duration(body, at, problems);
        if (duration.isZero()
                && body instanceof ScalarNode text
                && Durations.parse(text.text()).isPresent()) {
            problems.add(body.location(), at + ": a duration above zero is expected, found " + Fields.what(body));
        }
        return new Action.Advance(duration);
    }

    private Action settle(Fields fields) {
        Duration within = fields.duration("within");
        Duration quiet = fields.duration("quiet");
        Duration atLeast = fields.duration("atLeast");
        refuseZero(fields, "within", within);
        refuseZero(fields, "quiet", quiet);
        if (within != null && quiet != null) {
            fields.wrong("quiet", "within or quiet is expected, not both: quiet ends the wait by itself");
        }
        return new Action.Settle(within == null ? HOUR : within, quiet, atLeast == null ? Duration.ZERO : atLeast);
    }

    private static void refuseZero(Fields fields, String key, @Nullable Duration duration) {
        Node given = fields.get(key);
        if (duration != null
                && duration.isZero()
                && given instanceof ScalarNode text
                && Durations.parse(text.text()).isPresent()) {
            fields.wrong(key, "a duration above zero is expected, found " + Fields.what(given));
        }
    }

    private Action outage(Fields fields) {
        fields.oneOf("until", List.of("recover"));
        boolean ends = Boolean.TRUE.equals(fields.bool("recover"));
        if (ends && fields.has("until")) {
            fields.wrong("until", "an outage begins with until: recover and ends with recover: true, not both");
        }
        return new Action.Outage(fields.name("repository"), ends);
    }

    private Blocked blocked(Fields fields) {
        Node node = fields.get("blocked");
        Fields blocked =
                Fields.of(node == null ? MapNode.EMPTY : node, fields.path("blocked"), Shape.BLOCKED, problems);
        String reason = blocked.text("reason");
        if (reason != null && !reason.isEmpty() && !Words.REASONS.contains(reason) && !reasons.contains(reason)) {
            blocked.wrong(
                    "reason",
                    "no Status has the reason \"" + reason + "\"" + Nearest.hint(reason, Words.REASONS)
                            + (Nearest.of(reason, Words.REASONS).isPresent() ? "" : ";") + " reasons: "
                            + String.join(", ", Words.REASONS));
        }
        Integer code = blocked.integer("code");
        if (code != null && (code < LEAST_CODE || code > MOST_CODE)) {
            blocked.wrong("code", "the code of a refusal is from 400 to 599, found " + code);
        }
        return new Blocked(reason, TextMatchParser.match(blocked, "message"), code);
    }

    private static @Nullable Target target(Fields fields, String key) {
        return TargetParser.target(fields, key);
    }
}
