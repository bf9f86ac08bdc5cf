package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import java.util.List;

/** Annotations of pods and templates that mean something, and that they agree with the fields that came after them. */
final class PodAnnotations {

    static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
    static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";
    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String LOCAL = "localhost/";

    private PodAnnotations() {}

    static void check(Field annotations, Field spec) {
        MapNode map = annotations.map();
        if (map.has(MIRROR) && spec.text("nodeName").isEmpty()) {
            annotations.key(MIRROR).invalid("must set spec.nodeName if mirror pod annotation is set");
        }
        tolerations(annotations);
        String cost = map.findString(DELETION_COST);
        if (cost != null && !isCost(cost)) {
            annotations.key(DELETION_COST).invalid("must be a 32bit integer");
        }
        seccomp(annotations);
        for (String key : sorted(annotations)) {
            if (key.startsWith(APP_ARMOR)) {
                appArmor(annotations.key(key), key.substring(APP_ARMOR.length()), spec);
            }
        }
    }

    private static void tolerations(Field annotations) {
        String text = annotations.map().findText(TOLERATIONS);
        if (text.isEmpty()) {
            return;
        }
        try {
            Node value = JsonReader.read(text, TOLERATIONS);
            if (value instanceof ListNode || value.isNull()) {
                SchedulingRules.tolerations(annotations.in(TOLERATIONS).with(value));
            } else {
                String kind = JsonKind.of(value);
                annotations.invalid(
                        TOLERATIONS, "json: cannot unmarshal " + kind + " into Go value of type []core.Toleration");
            }
        } catch (YamlException e) {
            annotations.invalid(TOLERATIONS, e.upstream());
        }
    }

    private static List<String> sorted(Field annotations) {
        return annotations.map().keys().stream().sorted().toList();
    }

    /** A number of 32 bits without a plus or zeros before it. */
    private static boolean isCost(String text) {
        if (!text.matches("-?(0|[1-9][0-9]{0,9})") || text.equals("-0")) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
    }

    private static void seccomp(Field annotations) {
        if (annotations.map().has(SECCOMP_POD)) {
            profile(annotations, SECCOMP_POD);
        }
        for (String key : sorted(annotations)) {
            if (key.startsWith(SECCOMP_CONTAINER)) {
                profile(annotations, key);
            }
        }
    }

    private static void profile(Field annotations, String key) {
        Field value = annotations.in(key);
        String text = value.text();
        if (text.startsWith(LOCAL)) {
            String path = text.substring(LOCAL.length());
            if (path.startsWith("/")) {
                value.invalid(path, "must be a relative path");
            }
            if (Paths.hasBacksteps(path)) {
                value.invalid(path, "must not contain '..'");
            }
        } else if (!List.of("runtime/default", "docker/default", "unconfined").contains(text)) {
            value.invalid("must be a valid seccomp profile");
        }
    }

    private static void appArmor(Field value, String container, Field spec) {
        if (!Containers.isNamed(spec, container)) {
            value.invalid(container, "container not found");
        }
        String text = value.text();
        if (!text.isEmpty()
                && !text.equals("runtime/default")
                && !text.equals("unconfined")
                && !text.startsWith(LOCAL)) {
            value.invalid("invalid AppArmor profile name: " + dev.drydock.yaml.GoQuote.quote(text));
        }
    }

    /** The fields and the annotations of a new object must say the same. */
    static void matchFields(MapNode annotations, Field spec) {
        String ofPod = annotations.findString(SECCOMP_POD);
        if (ofPod != null && spec.has("securityContext", "seccompProfile")) {
            match(ofPod, spec.in("securityContext", "seccompProfile"), "seccomp", true);
        }
        Containers.each(spec, container -> {
            String value = annotations.findString(SECCOMP_CONTAINER + container.text("name"));
            if (value != null && container.has("securityContext", "seccompProfile")) {
                match(value, container.in("securityContext", "seccompProfile"), "seccomp", true);
            }
        });
        if (spec.text("os", "name").equals("windows")) {
            return;
        }
        Containers.each(spec, container -> {
            String value = annotations.findString(APP_ARMOR + container.text("name"));
            Field own = container.in("securityContext", "appArmorProfile");
            Field profile = own.isSet() ? own : spec.in("securityContext", "appArmorProfile");
            if (value != null && profile.isSet()) {
                match(value, profile.as(own.path()), "apparmor", false);
            }
        });
    }

    private static void match(String annotation, Field profile, String name, boolean dockerToo) {
        String local = profile.text("localhostProfile");
        boolean same = switch (profile.text("type")) {
            case "Unconfined" -> annotation.equals("unconfined");
            case "RuntimeDefault" ->
                annotation.equals("runtime/default") || (dockerToo && annotation.equals("docker/default"));
            case "Localhost" -> annotation.startsWith(LOCAL);
            default -> true;
        };
        if (!same) {
            profile.in("type").forbidden(name + " type in annotation and field must match");
        } else if (profile.text("type").equals("Localhost")
                && (!profile.has("localhostProfile")
                        || !annotation.substring(LOCAL.length()).equals(local))) {
            profile.in("localhostProfile").forbidden(name + " profile in annotation and field must match");
        }
    }
}
