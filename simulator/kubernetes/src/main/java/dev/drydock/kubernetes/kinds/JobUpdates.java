package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What of a job may not change (ValidateJobSpecUpdate). */
final class JobUpdates {

    private static final List<String> DIRECTIVES = List.of("nodeSelector", "tolerations", "schedulingGates");

    private JobUpdates() {}

    static void check(Field spec, MapNode old) {
        completions(spec, old);
        Workloads.immutable(spec, old, "selector", "meta.LabelSelector");
        template(spec, old);
        scalar(spec, old, "completionMode");
        Workloads.immutable(spec, old, "podFailurePolicy", "batch.v1.PodFailurePolicy");
        scalar(spec, old, "backoffLimitPerIndex");
        scalar(spec, old, "managedBy");
        Workloads.immutable(spec, old, "successPolicy", "batch.v1.SuccessPolicy");
    }

    private static void scalar(Field spec, MapNode old, String name) {
        Field field = spec.in(name);
        Node before = old.find("spec", name);
        if (!Objects.equals(field.value(), before == null ? ScalarNode.NULL : before)) {
            field.invalid(Immutable.TEXT);
        }
    }

    private static void completions(Field spec, MapNode old) {
        Field completions = spec.in("completions");
        if (!JobSpecs.isIndexed(spec)) {
            scalar(spec, old, "completions");
        } else if (completions.isSet()
                && !Objects.equals(completions.value(), old.find("spec", "completions"))
                && completions.number(0) != spec.number("parallelism")) {
            completions.invalid("can only be modified in tandem with spec.parallelism");
        }
    }

    private static void template(Field spec, MapNode old) {
        MapNode before = old.findMap("spec", "template");
        MapNode now = spec.in("template").map();
        boolean suspended = old.isTrue("spec", "suspend");
        Node started = old.find("status", "startTime");
        if (suspended && (started == null || started.isNull())) {
            before = withDirectives(before, now);
        }
        if (!suspended) {
            Workloads.immutableTemplate(spec.in("template"), before);
            return;
        }
        MapNode podSpec = withResources(before.findMap("spec"), now.findMap("spec"));
        Field shown = spec.in("template", "spec");
        if (!InternalForm.same("core.v1.PodSpec", shown.value(), podSpec)) {
            shown.invalid(InternalForm.of("core.v1.PodSpec", shown.value()), Immutable.TEXT);
        }
    }

    /** The old template with what says where its pods go as in the new one. */
    private static MapNode withDirectives(MapNode old, MapNode now) {
        MapNode spec = old.findMap("spec");
        for (String field : DIRECTIVES) {
            spec = copied(spec, now.findMap("spec"), field);
        }
        MapNode metadata = old.findMap("metadata");
        for (String field : List.of("labels", "annotations")) {
            metadata = copied(metadata, now.findMap("metadata"), field);
        }
        return old.with("spec", withNodeAffinity(spec, now.findMap("spec"))).with("metadata", metadata);
    }

    private static MapNode copied(MapNode target, MapNode source, String field) {
        Node value = source.get(field);
        return value == null ? target.without(field) : target.with(field, value);
    }

    private static MapNode withNodeAffinity(MapNode old, MapNode now) {
        if (!now.has("affinity")) {
            MapNode rest = old.findMap("affinity").without("nodeAffinity");
            return rest.isEmpty() ? old.without("affinity") : old.with("affinity", rest);
        }
        return old.with("affinity", copied(old.findMap("affinity"), now.findMap("affinity"), "nodeAffinity"));
    }

    private static MapNode withResources(MapNode old, MapNode now) {
        MapNode result = old;
        for (String list : List.of("containers", "initContainers")) {
            ListNode before = old.findList(list);
            ListNode after = now.findList(list);
            if (before.size() != after.size() || before.isEmpty()) {
                continue;
            }
            List<Node> containers = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                boolean same =
                        before.get(i).findText("name").equals(after.get(i).findText("name"));
                containers.add(
                        same && before.get(i) instanceof MapNode map && after.get(i) instanceof MapNode other
                                ? copied(map, other, "resources")
                                : before.get(i));
            }
            result = result.with(list, ListNode.of(containers));
        }
        return result;
    }
}
