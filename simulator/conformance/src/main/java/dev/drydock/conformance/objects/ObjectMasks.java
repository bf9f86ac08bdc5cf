package dev.drydock.conformance.objects;

import dev.drydock.conformance.Mask;
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

    private static final Pattern PATCHED_OBJECT =
            Pattern.compile("^( \"\" is invalid: patch: |)Invalid value: \"\\{.*\\}\": ", Pattern.DOTALL);
    private static final Pattern TOKEN_VOLUME = Pattern.compile("kube-api-access-[a-z0-9]{5}");
    private static final List<String> HIDDEN = List.of("uid", "creationTimestamp", "resourceVersion", "managedFields");

    private final String request;
    private final Mask mask;
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
        this.mask = new Mask(request);
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
        return Mask.texts(shown, this::text);
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

    String text(String text) {
        if (repeated.containsKey(text)) {
            return repeated.get(text);
        }
        Matcher patched = PATCHED_OBJECT.matcher(text);
        if (patched.find()) {
            return patched.group(1) + "Invalid value: \"<patched object>\": " + text.substring(patched.end());
        }
        String masked = mask.hide(Mask.UID, text, "<uid>");
        masked = mask.hide(Mask.TIME, masked, "<time>");
        masked = mask.hideGenerated(masked, "<rand5>");
        return TOKEN_VOLUME.matcher(masked).replaceAll("kube-api-access-<rand5>");
    }
}
