package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.GoDiff;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What of a pod may change, and what is shown of the rest (ValidatePodUpdate). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PodUpdates {

    private static final String SPEC = "core.v1.PodSpec";
    private static final String TEXT = "pod updates may not change fields other than `spec.containers[*].image`,"
            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
            + "`spec.tolerations` (only additions to existing tolerations),"
            + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";

    private PodUpdates() {}

    /** Checks a pod that is to replace an old one, its metadata aside. */
    public static FieldErrors check(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field pod = Field.of(object, errors);
        PodCreation.content(pod);
        annotations(pod, old);
        Field spec = pod.in("spec");
        MapNode before = old.findMap("spec");
        if (containers(spec, before, "containers")
                && containers(spec, before, "initContainers")
                && deadline(spec.in("activeDeadlineSeconds"), before.findLong("activeDeadlineSeconds"))) {
            tolerations(spec.in("tolerations"), before);
            gates(spec.in("schedulingGates"), before);
            rest(spec, before);
        }
        return errors;
    }

    static void annotations(Field pod, MapNode old) {
        MapNode before = old.findMap("metadata", "annotations");
        Field now = pod.in("metadata", "annotations");
        for (String key : new TreeSet<>(before.keys())) {
            if (!before.findText(key).equals(now.value().findString(key))) {
                annotation(now.key(key), key, "may not remove or update ", "AppArmor annotations");
            }
        }
        for (String key : new TreeSet<>(now.map().keys())) {
            if (!before.has(key)) {
                annotation(now.key(key), key, "may not add ", "AppArmor annotations");
            }
        }
        PodAnnotations.check(now, pod.in("spec"));
    }

    private static void annotation(Field field, String key, String what, String appArmor) {
        if (key.startsWith(PodAnnotations.APP_ARMOR)) {
            field.forbidden(what + appArmor);
        }
        if (key.equals(PodAnnotations.MIRROR)) {
            field.forbidden(what + "mirror pod annotation");
        }
    }

    private static boolean containers(Field spec, MapNode before, String list) {
        if (spec.size(list) != before.findList(list).size()) {
            spec.in(list).forbidden("pod updates may not add or remove containers");
            return false;
        }
        for (Field container : spec.items(list)) {
            container.in("image").isRequiredText();
            ContainerLists.trimmedImage(container);
        }
        return true;
    }

    private static boolean deadline(Field deadline, @Nullable Long before) {
        if (!deadline.isSet()) {
            if (before != null) {
                deadline.invalid("must not update from a positive integer to nil value");
            }
            return true;
        }
        long now = deadline.number(0);
        if (now < 0 || now > Integer.MAX_VALUE) {
            deadline.invalid("must be between 0 and 2147483647, inclusive");
            return false;
        }
        if (before != null && before < now) {
            deadline.invalid("must be less than or equal to previous value");
            return false;
        }
        return true;
    }

    private static void tolerations(Field tolerations, MapNode before) {
        Set<Node> now = new HashSet<>();
        tolerations.items().forEach(item -> now.add(withoutSeconds(item.value())));
        for (Node toleration : before.findList("tolerations")) {
            if (!now.contains(withoutSeconds(toleration))) {
                tolerations.forbidden("existing toleration can not be modified except its tolerationSeconds");
                return;
            }
        }
        SchedulingRules.tolerations(tolerations);
    }

    private static Node withoutSeconds(Node toleration) {
        return InternalForm.of("core.v1.Toleration", toleration).without("TolerationSeconds");
    }

    private static void gates(Field gates, MapNode before) {
        Set<String> known = new HashSet<>();
        before.findList("schedulingGates").forEach(gate -> known.add(gate.findText("name")));
        for (Field gate : gates.items()) {
            String name = gate.text("name");
            if (!known.contains(name)) {
                gate.in("name").forbidden("only deletion is allowed, but found new scheduling gate '" + name + "'");
            }
        }
    }

    private static void rest(Field spec, MapNode before) {
        if (InternalForm.same(SPEC, spec.value(), before)) {
            return;
        }
        MapNode munged = withImages(spec.map(), before);
        for (String field : List.of("activeDeadlineSeconds", "schedulingGates", "tolerations")) {
            munged = copied(munged, before, field);
        }
        Long grace = before.findLong("terminationGracePeriodSeconds");
        if (grace != null && grace < 0 && spec.number("terminationGracePeriodSeconds") == 1) {
            munged = copied(munged, before, "terminationGracePeriodSeconds");
        }
        if (!before.findList("schedulingGates").isEmpty()) {
            munged = GatedPods.munged(spec, munged, before);
        }
        if (!InternalForm.same(SPEC, munged, before)) {
            spec.forbidden(TEXT + GoDiff.of(InternalForm.of(SPEC, before), InternalForm.of(SPEC, munged)));
        }
    }

    static MapNode copied(MapNode target, MapNode source, String field) {
        Node value = source.get(field);
        return value == null ? target.without(field) : target.with(field, value);
    }

    private static MapNode withImages(MapNode spec, MapNode before) {
        MapNode result = spec;
        for (String list : List.of("containers", "initContainers")) {
            ListNode now = spec.findList(list);
            List<Node> containers = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                Node old = before.findList(list).get(i);
                containers.add(
                        now.get(i) instanceof MapNode map && old instanceof MapNode oldMap
                                ? copied(map, oldMap, "image")
                                : now.get(i));
            }
            if (!containers.isEmpty()) {
                result = result.with(list, ListNode.of(containers));
            }
        }
        return result;
    }
}
