package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives pods the priority of their class; keeps a second default class out (upstream {@code plugin/pkg/admission/priority}). */
final class PriorityPlugin implements AdmissionPlugin {

    private static final MapNode NO_CLASS = MapNode.of("value", 0, "preemptionPolicy", "PreemptLowerPriority");

    @Override
    public String name() {
        return "Priority";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        if (request.creates("pods")) {
            return created(request);
        }
        MapNode old = request.old();
        return request.isFor("pods") && old != null && request.object() != null
                ? AdmissionResult.changed(kept(request.written(), old))
                : AdmissionResult.unchanged(request);
    }

    /** What an update leaves out stays. */
    private static MapNode kept(MapNode pod, MapNode old) {
        MapNode result = pod;
        for (String field : List.of("priority", "preemptionPolicy")) {
            Node before = old.find("spec", field);
            if (before != null && !Texts.has(pod, "spec", field)) {
                result = result.with(List.of("spec", field), before);
            }
        }
        return result;
    }

    private static AdmissionResult created(AdmissionRequest request) {
        MapNode pod = request.written();
        String name = pod.findText("spec", "priorityClassName");
        Optional<MapNode> found = name.isEmpty()
                ? Optional.of(defaultClass(request).orElse(NO_CLASS))
                : request.cluster().get(Resources.PRIORITY_CLASSES, "", name);
        if (found.isEmpty()) {
            return AdmissionResult.forbidden(request, "no PriorityClass with name " + name + " was found");
        }
        MapNode priorityClass = found.get();
        long priority = number(priorityClass.findLong("value"));
        Long given = pod.findLong("spec", "priority");
        if (given != null && given != priority) {
            return AdmissionResult.forbidden(
                    request,
                    "the integer value of priority (" + given + ") must not be provided in pod spec; priority admission"
                            + " controller computed " + priority + " from the given PriorityClass name");
        }
        String policy = priorityClass.findText("preemptionPolicy");
        String givenPolicy = pod.findText("spec", "preemptionPolicy");
        if (!policy.isEmpty() && !givenPolicy.isEmpty() && !givenPolicy.equals(policy)) {
            return AdmissionResult.forbidden(
                    request,
                    "the string value of PreemptionPolicy (" + givenPolicy + ") must not be provided in pod spec;"
                            + " priority admission controller computed " + policy
                            + " from the given PriorityClass name");
        }
        MapNode result = pod.with(List.of("spec", "priority"), priority);
        String className = Texts.name(priorityClass);
        if (name.isEmpty() && !className.isEmpty()) {
            result = result.with(List.of("spec", "priorityClassName"), className);
        }
        return AdmissionResult.changed(
                policy.isEmpty() ? result : result.with(List.of("spec", "preemptionPolicy"), policy));
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static Optional<MapNode> defaultClass(AdmissionRequest request) {
        return request.cluster().list(Resources.PRIORITY_CLASSES, "").stream()
                .filter(one -> one.isTrue("globalDefault"))
                .min(Comparator.comparingLong(one -> number(one.findLong("value"))));
    }

    @Override
    public AdmissionResult validate(AdmissionRequest request) {
        if (!request.isFor("priorityclasses.scheduling.k8s.io")
                || !request.written().isTrue("globalDefault")) {
            return AdmissionResult.unchanged(request);
        }
        Optional<MapNode> other = defaultClass(request)
                .filter(one -> request.operation() == AdmissionRequest.Operation.CREATE
                        || !Texts.name(one).equals(request.name()));
        return other.map(one -> AdmissionResult.forbidden(
                        request,
                        "PriorityClass " + Texts.name(one)
                                + " is already marked as default. Only one default can exist"))
                .orElseGet(() -> AdmissionResult.unchanged(request));
    }
}
