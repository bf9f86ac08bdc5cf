package dev.drydock.scenario.observe;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Turns a recording into a scenario that expects what the real system did: refusals, outcomes, reasons, messages, inventories
 * and what left them. What was not the same in every recording is not expected.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Expectations {

    private Expectations() {}

    /**
     * The scenario with its expectations.
     *
     * @param scenario the recording's {@code scenario.yaml}
     * @param observed the recording's {@code observed.yaml}
     */
    public static MapNode of(MapNode scenario, MapNode observed) {
        List<Node> steps = new ArrayList<>();
        ListNode recorded = observed.findList("steps");
        Departures departures = new Departures();
        int index = 0;
        for (Node step : scenario.findList("spec", "steps")) {
            steps.add(index < recorded.size() ? step((MapNode) step, recorded.get(index), departures) : step);
            index++;
        }
        return scenario.with(List.of("spec", "steps"), ListNode.of(steps));
    }

    private static MapNode step(MapNode step, Node recorded, Departures departures) {
        ListNode ops = recorded.findList("ops");
        List<Node> operations = new ArrayList<>();
        MapNode last = null;
        int index = 0;
        for (Node operation : step.findList("do")) {
            Node op = index < ops.size() ? ops.get(index) : MapNode.EMPTY;
            operations.add(operation((MapNode) operation, op));
            last = op.find("snapshot") == null ? null : (MapNode) op;
            index++;
        }
        MapNode result = step.with("do", ListNode.of(operations));
        if (last == null) {
            return result;
        }
        List<Node> checks = new ArrayList<>(step.findList("expect").items());
        Set<String> unstable =
                new LinkedHashSet<>(last.findList("snapshot", "unstable").strings());
        MapNode seen = last.findMap("readySeen");
        last.findMap("snapshot", "flux").forEach((key, object) -> {
            if (!unstable.contains(key) && !object.isTrue("deleting")) {
                checks.addAll(checks(key, object, seen.findList(key)));
            }
        });
        checks.addAll(departures.in(last.findMap("snapshot")));
        return checks.isEmpty() ? result : result.with("expect", ListNode.of(checks));
    }

    private static MapNode operation(MapNode operation, Node recorded) {
        List<Node> refused = recorded.findList("requests").stream()
                .filter(request -> code(request) >= 300)
                .toList();
        if (refused.isEmpty()) {
            return operation;
        }
        MapNode.Builder blocked = MapNode.builder();
        List<Long> codes = refused.stream().map(Expectations::code).distinct().toList();
        if (codes.size() == 1) {
            blocked.put("code", codes.get(0));
        }
        List<String> reasons =
                refused.stream().map(r -> text(r, "reason")).distinct().toList();
        if (reasons.size() == 1 && !reasons.get(0).isEmpty()) {
            blocked.put("reason", reasons.get(0));
        }
        Set<Node> messages = new LinkedHashSet<>();
        for (Node request : refused) {
            messages.add(VariableText.match(text(request, "message")));
            request.findList("messagesSeen").strings().forEach(m -> messages.add(VariableText.match(m)));
        }
        return operation.with("blocked", blocked.put("message", anyOf(messages)).build());
    }

    private static Node anyOf(Set<Node> messages) {
        return messages.size() == 1
                ? messages.iterator().next()
                : MapNode.of("anyOf", ListNode.of(List.copyOf(messages)));
    }

    private static long code(Node request) {
        Long code = request.findLong("code");
        return code == null ? 0 : code;
    }

    private static List<Node> checks(String key, Node object, ListNode seen) {
        List<Node> checks = new ArrayList<>();
        Node ready = condition(object, "Ready");
        String outcome = outcome(object, ready);
        if (outcome != null) {
            MapNode.Builder check = MapNode.builder().put("outcome", outcome).put("of", key);
            if (ready != null) {
                Set<Node> messages = new LinkedHashSet<>();
                Set<String> reasons = new LinkedHashSet<>();
                Set<String> statuses = new LinkedHashSet<>();
                List<Node> all = new ArrayList<>(seen.items());
                all.add(ready);
                for (Node each : all) {
                    messages.add(VariableText.match(text(each, "message")));
                    reasons.add(text(each, "reason"));
                    statuses.add(text(each, "status"));
                }
                if (statuses.size() > 1) {
                    return checks; // it alternates; there is nothing to expect at one moment
                }
                check.put("ready", text(ready, "status"));
                if (reasons.size() == 1) {
                    check.put("reason", reasons.iterator().next());
                }
                check.put("message", anyOf(messages));
            }
            checks.add(check.build());
        }
        if (object.find("inventory") instanceof ListNode inventory) {
            List<Node> ids = inventory.stream()
                    .map(entry -> text(entry))
                    .map(entry ->
                            entry.substring(0, entry.lastIndexOf('@') < 0 ? entry.length() : entry.lastIndexOf('@')))
                    .<Node>map(ScalarNode::of)
                    .toList();
            checks.add(MapNode.of("inventory", MapNode.of("of", key, "exactly", ListNode.of(ids))));
        }
        return checks;
    }

    private static @Nullable String outcome(Node object, @Nullable Node ready) {
        if (object.isTrue("suspended")) {
            return "Suspended";
        }
        if (ready == null) {
            return null;
        }
        Node stalled = condition(object, "Stalled");
        boolean isStalled = stalled != null && text(stalled, "status").equals("True");
        return switch (text(ready, "status")) {
            case "True" ->
                Objects.equals(object.findLong("generation"), object.findLong("observedGeneration"))
                        ? "Accepted"
                        : null;
            case "False" -> isStalled ? "Blocked" : "Stuck";
            default -> "Progressing";
        };
    }

    private static @Nullable Node condition(Node object, String type) {
        return object.findList("conditions").stream()
                .filter(condition -> type.equals(condition.findString("type")))
                .findFirst()
                .orElse(null);
    }

    private static String text(Node node, String... keys) {
        String value = keys.length == 0
                ? (node instanceof ScalarNode scalar && scalar.isString() ? scalar.stringValue() : null)
                : node.findString(keys);
        return value == null ? "" : value;
    }
}
