package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Pods whose resources are changed while they run, through their own subresource (ValidatePodResize). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PodResizes {

    private static final String CONTAINER = "core.v1.Container";
    private static final String RESOURCES = "core.v1.ResourceRequirements";
    private static final List<String> LISTS = List.of("containers", "initContainers");
    private static final List<String> AMOUNTS = List.of("requests", "limits");
    private static final List<String> MUTABLE = List.of("cpu", "memory");

    private PodResizes() {}

    /** The old pod with the resources of the new one. */
    public static MapNode prepared(MapNode object, MapNode old) {
        MapNode spec = PodUpdates.copied(old.findMap("spec"), object.findMap("spec"), "resources");
        for (String list : LISTS) {
            ListNode now = object.findList("spec", list);
            ListNode before = spec.findList(list);
            if (!now.isEmpty() || !before.isEmpty()) {
                spec = spec.with(list, resized(now, before));
            }
        }
        return Subresources.restored(object, old, spec);
    }

    /** The old containers with new resources; lists of other containers stay as they are, for the check to find. */
    private static ListNode resized(ListNode now, ListNode before) {
        if (now.size() != before.size()) {
            return now;
        }
        List<Node> containers = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).findText("name").equals(before.get(i).findText("name"))
                    || !(now.get(i) instanceof MapNode container)
                    || !(before.get(i) instanceof MapNode old)) {
                return now;
            }
            MapNode resized = PodUpdates.copied(old, container, "resources");
            containers.add(PodUpdates.copied(resized, container, "resizePolicy"));
        }
        return ListNode.of(containers);
    }

    /** What is wrong with a pod that is to be resized. */
    public static FieldErrors check(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field pod = Field.of(object, errors);
        if (old.findMap("metadata", "annotations").has(PodAnnotations.MIRROR)) {
            pod.forbidden("static pods cannot be resized");
            return errors;
        }
        if (old.findText("spec", "os", "name").equals("windows")) {
            pod.forbidden("windows pods cannot be resized");
            return errors;
        }
        PodCreation.content(pod);
        Field spec = pod.in("spec");
        String quality = old.findText("status", "qosClass");
        if (!QualityOfService.of(object).equals(quality.isEmpty() ? QualityOfService.of(old) : quality)) {
            spec.invalid(pod.text("status", "qosClass"), "Pod QOS Class may not change as a result of resizing");
        }
        if (!isSupported(old)) {
            spec.forbidden("Pod running on node without support for resize");
        }
        ofPod(spec, old.findMap("spec"));
        if (haveSameContainers(spec, old)) {
            containers(spec, old.findMap("spec"));
        }
        return errors;
    }

    /** A node that says what its containers have can change it. */
    private static boolean isSupported(MapNode pod) {
        for (Node status : pod.findList("status", "containerStatuses")) {
            if (status.find("state", "running") instanceof MapNode) {
                return status.find("resources") instanceof MapNode;
            }
        }
        return true;
    }

    private static void ofPod(Field spec, MapNode old) {
        Field resources = spec.in("resources");
        MapNode before = old.findMap("resources");
        if (old.get("resources") instanceof MapNode && !resources.isSet()) {
            resources.forbidden("pod-level resources cannot be removed");
            return;
        }
        removed(resources, before, "pod-level resource ");
        if (!InternalForm.same(RESOURCES, masked(resources.map(), before), before)) {
            spec.forbidden("only cpu and memory resources are mutable at pod-level");
        }
    }

    private static void removed(Field resources, MapNode before, String kind) {
        for (String amounts : AMOUNTS) {
            if (!resources
                    .map()
                    .findMap(amounts)
                    .keys()
                    .containsAll(before.findMap(amounts).keys())) {
                resources.in(amounts).forbidden(kind + amounts + " cannot be removed");
            }
        }
    }

    private static boolean haveSameContainers(Field spec, MapNode old) {
        boolean same = true;
        for (String list : LISTS) {
            ListNode before = old.findList("spec", list);
            List<Field> now = spec.items(list);
            if (now.size() != before.size()) {
                spec.in(list).forbidden(list + " may not be added or removed on resize");
                same = false;
                continue;
            }
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).text("name").equals(before.get(i).findText("name"))) {
                    now.get(i).in("name").forbidden(list + " may not be renamed or reordered on resize");
                    same = false;
                }
            }
        }
        return same;
    }

    private static void containers(Field spec, MapNode old) {
        for (String list : List.of("initContainers", "containers")) {
            List<Field> now = spec.items(list);
            for (int i = 0; i < now.size(); i++) {
                MapNode before = old.findList(list).get(i) instanceof MapNode map ? map : MapNode.EMPTY;
                if (list.equals("containers") || isSidecar(before)) {
                    removed(now.get(i).in("resources"), before.findMap("resources"), "resource ");
                }
            }
        }
        others(spec, old, "containers");
        others(spec, old, "initContainers");
    }

    /** Checks that nothing but the resources that may change does. */
    private static void others(Field spec, MapNode old, String list) {
        List<Field> now = spec.items(list);
        for (int i = 0; i < now.size(); i++) {
            MapNode before = old.findList(list).get(i) instanceof MapNode map ? map : MapNode.EMPTY;
            MapNode container = now.get(i).map();
            boolean regular = list.equals("containers");
            if (regular || isSidecar(container)) {
                // what containers claim is no resource that may stay, to the server
                MapNode resources = masked(container.findMap("resources"), before.findMap("resources"));
                container = container.with("resources", resources.without("claims"));
            }
            if (!InternalForm.same(CONTAINER, container, before)) {
                spec.forbidden(
                        regular
                                ? "only cpu and memory resources are mutable"
                                : isSidecar(container)
                                        ? "only cpu and memory resources for sidecar containers are mutable"
                                        : "resources for non-sidecar init containers are immutable");
            }
        }
    }

    private static boolean isSidecar(MapNode container) {
        return container.findText("restartPolicy").equals("Always");
    }

    /** Resources with the old amounts of what may change. */
    private static MapNode masked(MapNode resources, MapNode old) {
        MapNode result = resources;
        for (String amounts : AMOUNTS) {
            MapNode masked = resources.findMap(amounts);
            for (String name : MUTABLE) {
                masked = PodUpdates.copied(masked, old.findMap(amounts), name);
            }
            result = result.with(amounts, masked);
        }
        return result;
    }
}
