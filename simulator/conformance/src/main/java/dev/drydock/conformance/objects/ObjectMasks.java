package dev.drydock.conformance.objects;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what the server makes up, as the corpus does. */
final class ObjectMasks {

    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z(?!0)");
    private static final Pattern GENERATE_NAME = Pattern.compile("\"generateName\": ?\"([^\"]+)\"");
    private static final Pattern PATCHED_OBJECT =
            Pattern.compile("^( \"\" is invalid: patch: |)Invalid value: \"\\{.*\\}\": ", Pattern.DOTALL);
    private static final Pattern TOKEN_VOLUME = Pattern.compile("kube-api-access-[a-z0-9]{5}");
    private static final List<String> HIDDEN = List.of("uid", "creationTimestamp", "resourceVersion", "managedFields");

    private final String request;
    private final String given;
    private final Map<String, String> repeated;

    /**
     * Masks for one case.
     *
     * @param request the body that was sent
     * @param given the bodies of the objects that existed before
     * @param repeated long texts of the body, and the stand-ins that the case has for them
     */
    ObjectMasks(String request, String given, Map<String, String> repeated) {
        this.request = request;
        this.given = given;
        this.repeated = repeated;
    }

    Node object(MapNode object) {
        MapNode shown = object;
        if (object.get("metadata") instanceof MapNode metadata) {
            MapNode rest = metadata.without(HIDDEN);
            String base = rest.findString("generateName");
            String name = rest.findString("name");
            if (base != null && name != null && name.startsWith(base) && !sent(name)) {
                rest = rest.with("name", base + "<rand5>");
            }
            shown = object.with("metadata", rest);
        }
        if ("Service".equals(object.findString("kind")) && object.has("apiVersion")) {
            shown = service(shown);
        }
        return masked(shown);
    }

    private boolean sent(String value) {
        return request.contains("\"" + value + "\"") || given.contains("\"" + value + "\"");
    }

    private MapNode service(MapNode service) {
        MapNode spec = service.findMap("spec");
        String ip = spec.findString("clusterIP");
        if (ip != null && ip.startsWith("10.96.") && !sent(ip)) {
            spec = spec.with("clusterIP", "<clusterIP>");
        }
        if (spec.get("clusterIPs") instanceof ListNode ips) {
            spec = spec.with("clusterIPs", ips.map(this::address));
        }
        if (spec.get("ports") instanceof ListNode ports) {
            spec = spec.with("ports", ports.map(this::port));
        }
        return service.with("spec", spec);
    }

    private Node address(Node address) {
        return address instanceof ScalarNode scalar
                        && scalar.isString()
                        && scalar.stringValue().startsWith("10.96.")
                        && !sent(scalar.stringValue())
                ? ScalarNode.of("<clusterIP>")
                : address;
    }

    private Node port(Node port) {
        Long number = port.findLong("nodePort");
        String written = "\"nodePort\": " + number;
        boolean allocated = number != null && number != 0 && !request.contains(written) && !given.contains(written);
        return allocated && port instanceof MapNode map ? map.with("nodePort", "<nodePort>") : port;
    }

    private Node masked(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> masked(value));
        }
        if (node instanceof ListNode list) {
            return list.map(this::masked);
        }
        return node instanceof ScalarNode scalar && scalar.isString()
                ? ScalarNode.of(text(scalar.stringValue()))
                : node;
    }

    String text(String text) {
        if (repeated.containsKey(text)) {
            return repeated.get(text);
        }
        Matcher patched = PATCHED_OBJECT.matcher(text);
        if (patched.find()) {
            return patched.group(1) + "Invalid value: \"<patched object>\": " + text.substring(patched.end());
        }
        String masked = hide(UID, text, "<uid>");
        masked = hide(TIME, masked, "<time>");
        Matcher base = GENERATE_NAME.matcher(request);
        if (base.find()) {
            String generated = Pattern.quote(base.group(1)) + "[a-z0-9]{5}(?![a-z0-9])";
            masked = masked.replaceAll(generated, Matcher.quoteReplacement(base.group(1) + "<rand5>"));
        }
        return TOKEN_VOLUME.matcher(masked).replaceAll("kube-api-access-<rand5>");
    }

    private String hide(Pattern pattern, String text, String mask) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(request.contains(match.group()) ? match.group() : mask));
    }
}
