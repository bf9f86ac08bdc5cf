package dev.drydock.conformance.writes;

import dev.drydock.conformance.Mask;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills placeholders into requests and masks what varies in answers, as the corpus' README says. */
final class Masks {

    private static final Pattern PLACEHOLDER = Pattern.compile("<(rv|uid|name|step):(\\d+)>");
    private static final Pattern GENERATED_VOLUME = Pattern.compile("kube-api-access-[a-z0-9]{5}");

    private final String requests;
    private final Mask mask;
    private final Map<Integer, Node> objects = new HashMap<>();
    private final Map<String, String> uids = new LinkedHashMap<>();
    private final Map<String, String> times = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private final Map<Integer, String> timeOfStep = new HashMap<>();
    private final Set<String> requestedPorts = new HashSet<>();

    Masks(MapNode question) {
        StringBuilder text = new StringBuilder();
        for (Node step : question.findList("steps")) {
            text.append(step.findMap("request"));
        }
        this.requests = text.toString();
        this.mask = new Mask(requests);
        Matcher ports = Pattern.compile("\"nodePort\":(\\d+)").matcher(requests);
        while (ports.find()) {
            requestedPorts.add(ports.group(1));
        }
    }

    void begin(int step, Instant now) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        times.put(time, "<step:" + step + ">");
        timeOfStep.put(step, time);
    }

    /** Remembers what a step returned. */
    void note(int step, MapNode object, boolean dryRun) {
        objects.put(step, object);
        String uid = object.findString("metadata", "uid");
        if (uid != null && !requests.contains(uid)) {
            uids.putIfAbsent(
                    uid, dryRun && object.find("metadata", "resourceVersion") == null ? "<uid>" : "<uid:" + step + ">");
        }
        String version = object.findString("metadata", "resourceVersion");
        if (version != null) {
            versions.putIfAbsent(version, "<rv:" + step + ">");
        }
    }

    /** A request with the values of its placeholders. */
    Node fill(Node node) {
        if (node instanceof MapNode map) {
            MapNode.Builder filled = MapNode.builder();
            map.forEach((key, value) -> filled.put(fill(key), fill(value)));
            return filled.build();
        }
        if (node instanceof ListNode list) {
            return list.map(this::fill);
        }
        return node instanceof ScalarNode scalar && scalar.isString()
                ? ScalarNode.of(fill(scalar.stringValue()))
                : node;
    }

    private String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            int step = Integer.parseInt(match.group(2));
            Node object = objects.getOrDefault(step, MapNode.EMPTY);
            String value = switch (match.group(1)) {
                case "rv" -> object.findString("metadata", "resourceVersion");
                case "uid" -> object.findString("metadata", "uid");
                case "name" -> object.findString("metadata", "name");
                default -> timeOfStep.get(step);
            };
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }

    /** An object as the corpus shows it. */
    Node object(MapNode object) {
        MapNode metadata = object.findMap("metadata").without(List.of("uid", "resourceVersion", "creationTimestamp"));
        if (metadata.has("deletionTimestamp")) {
            metadata = metadata.with("deletionTimestamp", "<time>");
        }
        String base = metadata.findString("generateName");
        String name = metadata.findString("name");
        if (base != null && name != null && name.startsWith(base) && !requests.contains("\"name\":\"" + name)) {
            metadata = metadata.with("name", base + "<random>");
        }
        if (metadata.get("managedFields") instanceof ListNode entries) {
            metadata = metadata.with("managedFields", entries.map(this::entry));
        }
        MapNode masked = object.with("metadata", metadata);
        if (masked.get("spec") instanceof MapNode spec && "Service".equals(object.findString("kind"))) {
            masked = masked.with("spec", service(spec));
        }
        return mask(masked);
    }

    private Node entry(Node entry) {
        String time = entry.findString("time");
        if (time == null || !(entry instanceof MapNode map)) {
            return entry;
        }
        String step = times.get(time);
        return map.with("time", step != null ? step : requests.contains(time) ? time : "<time>");
    }

    private MapNode service(MapNode spec) {
        MapNode masked = spec;
        String ip = spec.findString("clusterIP");
        if (ip != null && !ip.isEmpty() && !ip.equals("None") && !requests.contains("\"" + ip + "\"")) {
            masked = masked.with("clusterIP", "<ip>");
        }
        if (spec.get("clusterIPs") instanceof ListNode ips) {
            masked = masked.with("clusterIPs", ips.map(node -> isAllocated(node) ? ScalarNode.of("<ip>") : node));
        }
        return spec.get("ports") instanceof ListNode ports ? masked.with("ports", ports.map(this::port)) : masked;
    }

    private boolean isAllocated(Node ip) {
        return ip instanceof ScalarNode scalar
                && scalar.isString()
                && !scalar.stringValue().equals("None")
                && !requests.contains(scalar.toString());
    }

    private Node port(Node port) {
        Node number = port.find("nodePort");
        boolean allocated = number != null && !requestedPorts.contains(number.toString());
        return allocated && port instanceof MapNode map ? map.with("nodePort", "<nodePort>") : port;
    }

    private Node mask(Node node) {
        if (node instanceof MapNode map) {
            MapNode.Builder masked = MapNode.builder();
            map.forEach((key, value) -> masked.put(uids(key), mask(value)));
            return masked.build();
        }
        if (node instanceof ListNode list) {
            return list.map(this::mask);
        }
        return node instanceof ScalarNode scalar && scalar.isString()
                ? ScalarNode.of(string(scalar.stringValue()))
                : node;
    }

    private String string(String text) {
        return Mask.TIME.matcher(text).matches() ? mask.hide(Mask.TIME, text, "<time>") : uids(text);
    }

    private String uids(String text) {
        String masked = mask.hide(Mask.UID, text, uid -> uids.getOrDefault(uid, "<uid>"));
        return GENERATED_VOLUME.matcher(masked).replaceAll("kube-api-access-<random>");
    }

    /** A message as the corpus shows it. */
    String message(String text) {
        String masked = uids(text);
        masked = mask.hide(Mask.TIME, masked, "<time>");
        return Mask.VERSION
                .matcher(masked)
                .replaceAll(match -> Matcher.quoteReplacement(versions.getOrDefault(match.group(), match.group())));
    }

    /** The details of an error; causes of apply conflicts are sorted by their message. */
    Node details(MapNode details) {
        MapNode masked = details.without("uid");
        if (masked.get("causes") instanceof ListNode causes) {
            List<Node> list = new ArrayList<>();
            for (Node cause : causes) {
                String message = cause.findString("message");
                list.add(
                        message != null && cause instanceof MapNode map
                                ? map.with("message", message(message))
                                : cause);
            }
            if (list.stream().allMatch(c -> "FieldManagerConflict".equals(c.findString("reason")))) {
                list.sort(Comparator.comparing(c -> String.valueOf(c.findString("message"))));
            }
            masked = masked.with("causes", ListNode.of(list));
        }
        return masked;
    }
}
