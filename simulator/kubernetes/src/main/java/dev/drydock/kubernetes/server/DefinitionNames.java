package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.validation.CaBundles;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a definition may have the names that it wants, among the definitions of its group
 * (apiextensions-apiserver/pkg/controller/status/naming_controller.go).
 */
final class DefinitionNames {

    private final Set<String> resources = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private String reason = "NoConflicts";
    private String message = "no conflicts found";

    private DefinitionNames() {}

    /**
     * The status of a definition with the names that it gets and the conditions that say so.
     *
     * @param now the time of conditions that change
     */
    static MapNode status(MapNode definition, List<MapNode> all, String now) {
        DefinitionNames names = new DefinitionNames();
        String group = definition.findText("spec", "group");
        for (MapNode other : all) {
            boolean same = NamespacedName.of(other).equals(NamespacedName.of(definition));
            if (!same && group.equals(other.findText("spec", "group"))) {
                names.take(other.findMap("status", "acceptedNames"));
            }
        }
        MapNode wanted = definition.findMap("spec", "names");
        MapNode status = definition.findMap("status");
        MapNode accepted = names.accepted(wanted, status.findMap("acceptedNames"));
        boolean good = names.reason.equals("NoConflicts");
        ListNode conditions = status.findList("conditions");
        conditions = with(conditions, "NamesAccepted", good ? "True" : "False", names.reason, names.message, now);
        boolean established = Conditions.isTrue(status, "Established");
        // establishing_controller.go
        if (!established && good && hasBadBundle(definition)) {
            conditions = with(
                    conditions,
                    "Established",
                    "False",
                    "InvalidCABundle",
                    "The conversion webhook CABundle is invalid",
                    now);
        } else if (!established) {
            conditions = good
                    ? with(
                            conditions,
                            "Established",
                            "True",
                            "InitialNamesAccepted",
                            "the initial names have been accepted",
                            now)
                    : with(conditions, "Established", "False", "NotAccepted", "not all names are accepted", now);
        }
        return status.with("conditions", conditions).with("acceptedNames", accepted);
    }

    private static boolean hasBadBundle(MapNode definition) {
        String bundle = definition.findText("spec", "conversion", "webhook", "clientConfig", "caBundle");
        return !bundle.isEmpty() && CaBundles.problem(bundle) != null;
    }

    private static ListNode with(
            ListNode conditions, String type, String status, String reason, String message, String now) {
        return Conditions.with(conditions, type, status, reason, message, now);
    }

    private void take(MapNode accepted) {
        for (String field : List.of("plural", "singular")) {
            resources.add(accepted.findText(field));
        }
        resources.addAll(accepted.findList("shortNames").strings());
        kinds.add(accepted.findText("kind"));
        kinds.add(accepted.findText("listKind"));
    }

    private MapNode accepted(MapNode wanted, MapNode old) {
        MapNode accepted = old;
        accepted = name(accepted, wanted, "plural", "PluralConflict", resources);
        accepted = name(accepted, wanted, "singular", "SingularConflict", resources);
        accepted = shortNames(accepted, wanted);
        accepted = name(accepted, wanted, "kind", "KindConflict", kinds);
        accepted = name(accepted, wanted, "listKind", "ListKindConflict", kinds);
        return copied(accepted, "categories", wanted.get("categories"));
    }

    private MapNode name(MapNode accepted, MapNode wanted, String field, String conflict, Set<String> taken) {
        String name = wanted.findText(field);
        boolean isNew = !name.equals(accepted.findText(field));
        if (isNew && taken.contains(name)) {
            reason = conflict;
            message = "\"" + name + "\" is already in use";
            return accepted;
        }
        return copied(accepted, field, wanted.get(field));
    }

    private MapNode shortNames(MapNode accepted, MapNode wanted) {
        List<String> conflicts = new ArrayList<>();
        List<String> old = accepted.findList("shortNames").strings();
        for (String name : wanted.findList("shortNames").strings()) {
            if (!old.contains(name) && resources.contains(name)) {
                conflicts.add("\"" + name + "\" is already in use");
            }
        }
        if (conflicts.isEmpty()) {
            return copied(accepted, "shortNames", wanted.get("shortNames"));
        }
        reason = "ShortNamesConflict";
        message = conflicts.size() == 1 ? conflicts.get(0) : "[" + String.join(", ", conflicts) + "]";
        return accepted;
    }

    private static MapNode copied(MapNode accepted, String field, @Nullable Node value) {
        return value == null ? accepted.without(field) : accepted.with(field, value);
    }
}
