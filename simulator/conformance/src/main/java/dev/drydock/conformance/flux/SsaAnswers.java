package dev.drydock.conformance.flux;

import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ApplyErrors;
import dev.drydock.flux.ssa.ApplyStages;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.HealthReferences;
import dev.drydock.flux.ssa.InvalidInventoryException;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.flux.ssa.KindSet;
import dev.drydock.flux.ssa.Normalization;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.flux.ssa.ObjectSelector;
import dev.drydock.flux.ssa.ReconcileOrder;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.selector.InvalidSelectorException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Locale;

/** The operations of the part ssa, but for drift. */
final class SsaAnswers {

    private SsaAnswers() {}

    static Node read(MapNode in) {
        ObjectReader.Result result = ObjectReader.read(in.findText("text"));
        return MapNode.builder()
                .put("objects", ListNode.of(result.objects()))
                .putIfPresent("error", result.error())
                .build();
    }

    static Node normalize(MapNode in) {
        return MapNode.of("object", Normalization.normalize(in));
    }

    static Node stages(MapNode in) {
        ApplyStages stages =
                ApplyStages.of(Answers.maps(in.findList("objects")), KindSet.parse(in.findText("customStageKinds")));
        return MapNode.of(
                "stages",
                ListNode.of(stages.inOrder().stream().map(SsaAnswers::subjects).toList()));
    }

    static Node order(MapNode in) {
        List<MapNode> objects = Answers.maps(in.findList("objects"));
        return MapNode.of(
                "apply", subjects(ReconcileOrder.apply(objects)), "delete", subjects(ReconcileOrder.delete(objects)));
    }

    static Node id(MapNode in) {
        ObjectMetadata identity = ObjectMetadata.of(in);
        ObjectMetadata parsed = ObjectMetadata.parse(identity.id());
        MapNode.Builder answer = MapNode.builder()
                .put("subject", identity.subject())
                .put("id", identity.id())
                .put("version", ObjectFields.type(in).version())
                .put("roundTrip", parsed.equals(identity));
        return parsed.equals(identity)
                ? answer.build()
                : answer.put("parsed", parts(parsed)).build();
    }

    static Node parseId(MapNode in) {
        try {
            ObjectMetadata parsed = ObjectMetadata.parse(in.findText("id"));
            return parts(parsed).with("subject", parsed.subject()).with("again", parsed.id());
        } catch (InvalidInventoryException e) {
            return Answers.error(e);
        }
    }

    private static MapNode parts(ObjectMetadata identity) {
        return MapNode.of("namespace", identity.namespace(), "name", identity.name(), "group", identity.group())
                .with("kind", identity.kind());
    }

    static Node changeSet(MapNode in) {
        ChangeSet changes = new ChangeSet(in.findList("entries").stream()
                .map(entry -> ChangeSet.Entry.of(entry.findMap("object"), Action.of(entry.findText("action"))))
                .toList());
        return MapNode.of(
                "string",
                changes.toString(),
                "event",
                changes.changeLog(),
                "inventory",
                changes.inventory().toNode().findList("entries"));
    }

    static Node inventoryDiff(MapNode in) {
        try {
            List<String> stale = Inventory.of(in.findMap("old")).staleIn(Inventory.of(in.findMap("new"))).stream()
                    .map(object -> ObjectFields.apiVersion(object) + " " + subject(object))
                    .toList();
            return MapNode.of("stale", ListNode.ofStrings(stale));
        } catch (InvalidInventoryException e) {
            return Answers.error(e);
        }
    }

    static Node healthReferences(MapNode in) {
        try {
            return MapNode.of(
                    "objects",
                    ListNode.of(HealthReferences.resolve(in.findList("refs")).stream()
                            .map(object -> MapNode.of("id", object.id(), "subject", object.subject()))
                            .toList()));
        } catch (InvalidInventoryException e) {
            return Answers.error(e);
        }
    }

    static Node error(MapNode in) {
        MapNode object = in.findMap("object");
        if (in.get("status") instanceof MapNode map) {
            Status status = Status.of(map);
            return MapNode.of(
                    "dryRunMessage",
                    ApplyErrors.dryRunMessage(status, object),
                    "immutable",
                    ApplyErrors.isImmutable(status),
                    "reason",
                    status.reason());
        }
        String text = in.findText("text");
        return MapNode.of(
                "dryRunMessage",
                ApplyErrors.dryRunMessage(text, object),
                "immutable",
                ApplyErrors.isImmutable(text),
                "reason",
                "");
    }

    static Node select(MapNode in) {
        try {
            ObjectSelector selector = in.get("selector") instanceof MapNode map ? ObjectSelector.of(target(map)) : null;
            List<MapNode> matches = Answers.maps(in.findList("objects")).stream()
                    .filter(object -> selector == null || selector.matches(object))
                    .toList();
            return MapNode.of("matches", subjects(matches));
        } catch (InvalidSelectorException e) {
            return Answers.error(e);
        }
    }

    /** The corpus spells selectors as the Go struct does, with upper-case first letters. */
    static MapNode target(MapNode selector) {
        MapNode.Builder target = MapNode.builder();
        selector.forEach(
                (key, value) -> target.put(key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1), value));
        return target.build();
    }

    static Node metadata(MapNode in) {
        MapNode owned = ObjectMeta.withOwner(in.findMap("object"), "apps", "team");
        MapNode object = ObjectMeta.withCommon(
                owned, in.findMap("labels").strings(), in.findMap("annotations").strings());
        return MapNode.of("metadata", object.findMap("metadata"));
    }

    static Node metadataMatch(MapNode in) {
        return MapNode.of(
                "match",
                ObjectMeta.matchesAny(
                        in.findMap("object"), in.findMap("selector").strings()));
    }

    static Node kindSet(MapNode in) {
        return MapNode.of(
                "set", ListNode.ofStrings(KindSet.parse(in.findText("text")).kinds()));
    }

    static Node mask(MapNode in) {
        MapNode older = in.get("old") instanceof MapNode map ? map : null;
        MapNode newer = in.get("new") instanceof MapNode map ? map : null;
        MapNode.Builder answer = MapNode.builder();
        if (older != null) {
            answer.putIfPresent("old", SecretMask.older(older, newer).get("data"));
        }
        if (newer != null) {
            answer.putIfPresent("new", SecretMask.newer(older, newer).get("data"));
        }
        return answer.build();
    }

    private static ListNode subjects(List<MapNode> objects) {
        return ListNode.ofStrings(objects.stream().map(SsaAnswers::subject).toList());
    }

    private static String subject(MapNode object) {
        return ObjectMetadata.of(object).subject();
    }
}
