package dev.drydock.scenario.parse;

import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Check;
import dev.drydock.scenario.OutcomeKind;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the checks of a step. */
final class CheckParser {

    private static final List<String> KINDS = List.of(
            "outcome",
            "object",
            "absent",
            "can",
            "cannot",
            "inventory",
            "event",
            "reachable",
            "unreachable",
            "blastRadius");
    private static final List<String> OUTCOME_FIELDS =
            List.of("of", "ready", "reason", "message", "stalled", "revision", "because");

    private final Problems problems;

    CheckParser(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    Check check(Node node, String at) {
        Fields fields = Fields.of(node, at, Shape.CHECK, problems);
        List<String> given = KINDS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            if (!fields.hasUnknown()) {
                problems.add(
                        node.location(),
                        at + ": one check is expected, found "
                                + (given.isEmpty() ? "none" : String.join(" and ", given)) + "; checks: "
                                + String.join(", ", KINDS));
            }
            return null;
        }
        String kind = given.get(0);
        if (!kind.equals("outcome")) {
            for (String key : OUTCOME_FIELDS) {
                if (fields.has(key)) {
                    fields.wrong(key, "belongs to an outcome; write it below " + kind);
                }
            }
        }
        Node body = Objects.requireNonNull(fields.get(kind));
        Check check = check(kind, fields, body);
        String difference = fields.text("knownDifference");
        return check == null || difference == null ? check : new Check.KnownDifference(check, difference);
    }

    private @Nullable Check check(String kind, Fields fields, Node body) {
        String path = fields.path(kind);
        return switch (kind) {
            case "outcome" -> outcome(fields);
            case "object" -> object(fields);
            case "absent" -> absent(Fields.of(body, path, Shape.ABSENT, problems));
            case "can", "cannot" -> can(kind.equals("can"), Fields.of(body, path, Shape.CAN, problems));
            case "inventory" -> inventory(Fields.of(body, path, Shape.INVENTORY, problems));
            case "event" -> event(Fields.of(body, path, Shape.EVENT, problems));
            case "reachable", "unreachable" ->
                reachable(kind.equals("reachable"), Fields.of(body, path, Shape.REACHABLE, problems));
            default -> blastRadius(Fields.of(body, path, Shape.BLAST_RADIUS, problems));
        };
    }

    private @Nullable Check outcome(Fields fields) {
        String spelled = fields.oneOf("outcome", OutcomeKind.spellings());
        if (!fields.has("of")) {
            problems.add(fields.location(), fields.path("of") + ": is missing");
        }
        Target of = TargetParser.target(fields, "of");
        OutcomeKind outcome =
                spelled == null ? null : OutcomeKind.parse(spelled).orElse(null);
        if (outcome == null || of == null) {
            return null;
        }
        return new Check.OfOutcome(
                outcome,
                of,
                ready(fields),
                fields.text("reason"),
                TextMatchParser.match(fields, "message"),
                fields.bool("stalled"),
                fields.text("revision"),
                TextMatchParser.match(fields, "because"),
                fields.location());
    }

    /** The status of a condition; {@code ready: true} is what people write for {@code "True"}. */
    private static @Nullable String ready(Fields fields) {
        Node node = fields.get("ready");
        if (node instanceof dev.drydock.yaml.ScalarNode scalar && scalar.value() instanceof Boolean b) {
            return b ? "True" : "False";
        }
        return fields.oneOf("ready", List.of("True", "False", "Unknown"));
    }

    private @Nullable Check object(Fields fields) {
        MapNode object = fields.map("object");
        if (object == null) {
            return null;
        }
        for (String key : List.of("apiVersion", "kind")) {
            if (object.findString(key) == null) {
                problems.add(object.location(), fields.path("object." + key) + ": is missing");
            }
        }
        if (object.findString("metadata", "name") == null) {
            problems.add(object.location(), fields.path("object.metadata.name") + ": is missing");
        }
        return new Check.OfObject(object, fields.location());
    }

    private Check absent(Fields fields) {
        Node metadata = fields.get("metadata");
        Fields meta = Fields.of(
                metadata == null ? MapNode.EMPTY.at(fields.location()) : metadata,
                fields.path("metadata"),
                Shape.ABSENT_METADATA,
                problems);
        MapNode labels = meta.map("labels");
        if (!meta.has("name") && labels == null) {
            problems.add(fields.location(), fields.path("metadata") + ": a name, or labels that select, are expected");
        }
        if (labels != null && labels.isEmpty()) {
            meta.wrong("labels", "may not be empty; a label that selects is expected");
        }
        String apiVersion = fields.name("apiVersion");
        String kind = fields.name("kind");
        String name = meta.has("name") ? meta.name("name") : "";
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        refuse(meta, "name", name.isBlank() ? null : Words.object(group, kind, name));
        return new Check.Absent(
                apiVersion,
                kind,
                namespace(meta, "namespace"),
                name,
                labels == null ? MapNode.EMPTY : labels,
                fields.location());
    }

    private static void refuse(Fields fields, String key, @Nullable String problem) {
        if (problem != null) {
            fields.wrong(key, problem);
        }
    }

    private static String namespace(Fields fields, String key) {
        String namespace = fields.text(key, "");
        refuse(fields, key, namespace.isEmpty() ? null : Words.namespace(namespace));
        return namespace;
    }

    private static Check can(boolean allowed, Fields fields) {
        Actor as = ActorParser.actor(fields, "as");
        String resource = fields.name("resource");
        if (resource.startsWith("/")) {
            for (String key : List.of("namespace", "name", "subresource")) {
                refuse(fields, key, fields.has(key) ? "a path has none; " + resource + " is no resource" : null);
            }
        }
        return new Check.Can(
                allowed,
                as == null ? Actor.ADMIN : as,
                fields.name("verb"),
                resource,
                namespace(fields, "namespace"),
                fields.text("name", ""),
                fields.text("subresource", ""),
                fields.location());
    }

    private @Nullable Check inventory(Fields fields) {
        Target of = TargetParser.target(fields, "of");
        if (fields.has("contains") == fields.has("exactly")) {
            problems.add(fields.location(), fields.path() + ": one of contains and exactly is expected");
        }
        List<String> contains = fields.texts("contains");
        List<String> exactly = fields.has("exactly") ? fields.texts("exactly") : null;
        return of == null ? null : new Check.OfInventory(of, contains, exactly, fields.location());
    }

    private static @Nullable Check event(Fields fields) {
        Target of = TargetParser.target(fields, "of");
        String type = fields.oneOf("type", List.of("Normal", "Warning"));
        return of == null
                ? null
                : new Check.OfEvent(
                        of, type, fields.text("reason"), TextMatchParser.match(fields, "message"), fields.location());
    }

    private static Check reachable(boolean expected, Fields fields) {
        String from = fields.name("from");
        String service = fields.name("service");
        String to = fields.name("to");
        refuse(fields, "from", from.isBlank() ? null : Words.namespace(from));
        if (!service.isBlank() && !Words.isDomain(service)) {
            fields.wrong("service", "a DNS name is expected, found " + quoted(service));
        }
        if (!to.isBlank() && !to.matches("[^/]+/[^/]+")) {
            fields.wrong("to", "NAMESPACE/NAME of a Service is expected, found " + quoted(to));
        }
        return new Check.Reachable(expected, from, service, to, fields.location());
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static Check blastRadius(Fields fields) {
        Actor of = ActorParser.actor(fields, "of");
        return new Check.BlastRadius(of == null ? Actor.ADMIN : of, fields.texts("within"), fields.location());
    }
}
