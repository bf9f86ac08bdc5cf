package dev.drydock.scenario.order;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.run.ObjectLabel;
import dev.drydock.scenario.run.Outcome;
import dev.drydock.scenario.run.Outcomes;
import dev.drydock.scenario.run.RequestResult;
import dev.drydock.scenario.run.World;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is to be said of the objects of a world, in texts that two runs in different orders can be compared by. */
final class Aspects {

    /** What every run draws anew: identifiers, addresses, times, versions and working folders. */
    private static final Pattern DRAWN = Pattern.compile("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
            + "|\\b10\\.(?:96|244)\\.\\d+\\.\\d+\\b"
            + "|\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z"
            + "|resourceVersion\\\\?\":\\\\?\"\\d+"
            + "|/tmp/[a-z][\\w.-]*?-\\d{5,}");

    /** The ending of a name that the server completed; nobody chooses five of these characters. */
    private static final Pattern SUFFIX = Pattern.compile("([-.])[bcdfghjklmnpqrstvwxz2456789]{5}(?![a-z0-9.-])");

    /** Kinds that tell of time and not of state, and fields that the server draws. */
    private static final Set<String> LEFT_OUT =
            Set.of("Event", "Event.events.k8s.io", "Lease.coordination.k8s.io", "Endpoints", "Node");

    private static final Set<String> DRAWN_FIELDS =
            Set.of("clusterIP", "clusterIPs", "nodePort", "healthCheckNodePort", "resourceVersion");

    private Aspects() {}

    /** The text without what every run draws anew. */
    static String steady(String text) {
        return SUFFIX.matcher(DRAWN.matcher(text).replaceAll("…")).replaceAll("$1…");
    }

    static String withoutCommits(String text) {
        return Commits.HASH.matcher(text).replaceAll("…");
    }

    /** Of every object that the scenario caused, and of every answer to it: texts by aspect, outcome first. */
    static Map<String, Map<String, String>> of(World world, Commits commits) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        int number = 0;
        for (RequestResult request : world.requests()) {
            number++;
            all.put("request " + number + ", " + request.object(), Map.of("answer", answer(request)));
        }
        Outcomes outcomes = new Outcomes(world);
        for (MapNode object : world.causedObjects()) {
            if (isNamedByPeople(object)) {
                String label = ObjectLabel.of(object);
                Map<String, String> aspects = of(object, outcomes);
                aspects.replaceAll((aspect, text) -> commits.number(label, text));
                all.put(label, aspects);
            }
        }
        return all;
    }

    private static String answer(RequestResult request) {
        String gap = request.notModelled();
        if (gap != null) {
            return "NotModelled " + gap;
        }
        return request.isAccepted()
                ? "accepted"
                : withoutCommits(steady(request.code() + " " + request.reason() + "\n" + request.message()));
    }

    /** Objects that controllers name by chance, such as Pods, follow from those that own them. */
    private static boolean isNamedByPeople(MapNode object) {
        return !LEFT_OUT.contains(kind(object).groupKind())
                && !DRAWN.matcher(ObjectLabel.of(object)).find()
                && object.find("metadata", "generateName") == null
                && object.findMap("metadata").findList("ownerReferences").isEmpty();
    }

    private static Map<String, String> of(MapNode object, Outcomes outcomes) {
        Map<String, String> aspects = new LinkedHashMap<>();
        GroupVersionKind kind = kind(object);
        Outcome outcome = outcomes.of(new Target(
                kind.kind(),
                kind.group(),
                text(object.findString("metadata", "namespace")),
                text(object.findString("metadata", "name"))));
        aspects.put("outcome", steady(outcome.describe()));
        Set<String> inventory = new TreeSet<>();
        for (Node entry : object.findMap("status", "inventory").findList("entries")) {
            inventory.add(entry.findString("id") + "@" + entry.findString("v"));
        }
        if (!inventory.isEmpty()) {
            aspects.put("inventory", String.join("\n", inventory));
        }
        aspects.put("deletion", object.find("metadata", "deletionTimestamp") == null ? "none" : "under way");
        MapNode body = object.without(List.of("apiVersion", "kind", "metadata", "status"));
        body.forEach((key, value) -> leaves(key, value, aspects));
        for (String key : List.of("labels", "annotations")) {
            leaves("metadata." + key, object.findMap("metadata", key), aspects);
        }
        return aspects;
    }

    private static void leaves(String path, Node node, Map<String, String> aspects) {
        if (node instanceof MapNode map) {
            map.forEach((key, value) -> {
                if (!DRAWN_FIELDS.contains(key)) {
                    leaves(path + "." + key, value, aspects);
                }
            });
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                leaves(path + "[" + i + "]", list.get(i), aspects);
            }
        } else {
            aspects.put(path, steady(node.toString()));
        }
    }

    private static GroupVersionKind kind(MapNode object) {
        return GroupVersionKind.of(text(object.findString("apiVersion")), text(object.findString("kind")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
