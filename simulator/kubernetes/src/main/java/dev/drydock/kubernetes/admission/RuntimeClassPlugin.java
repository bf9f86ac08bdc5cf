package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.quota.Amounts;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives pods the overhead and the scheduling of their runtime class (upstream {@code plugin/pkg/admission/runtimeclass}). */
final class RuntimeClassPlugin implements AdmissionPlugin {

    private static final String MISMATCH = "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead";

    @Override
    public String name() {
        return "RuntimeClass";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        String name = request.written().findText("spec", "runtimeClassName");
        if (!request.creates("pods") || name.isEmpty()) {
            return AdmissionResult.unchanged(request);
        }
        Optional<MapNode> found = request.cluster().get(Resources.RUNTIME_CLASSES, "", name);
        if (found.isEmpty()) {
            return AdmissionResult.forbidden(
                    request, "pod rejected: RuntimeClass " + GoQuote.quote(name) + " not found");
        }
        MapNode pod = request.written();
        MapNode overhead = found.get().findMap("overhead", "podFixed");
        if (!overhead.isEmpty()) {
            if (!overhead(pod).isEmpty() && !overhead(pod).equals(Amounts.of(overhead))) {
                return AdmissionResult.forbidden(request, MISMATCH);
            }
            pod = pod.with(List.of("spec", "overhead"), overhead);
        }
        return scheduled(request, pod, found.get().findMap("scheduling"));
    }

    private static Amounts overhead(MapNode pod) {
        return Amounts.of(pod.findMap("spec", "overhead"));
    }

    private static AdmissionResult scheduled(AdmissionRequest request, MapNode pod, MapNode scheduling) {
        MapNode selector = pod.findMap("spec", "nodeSelector");
        for (Map.Entry<String, String> wanted :
                scheduling.findMap("nodeSelector").strings().entrySet()) {
            String key = wanted.getKey();
            String own = selector.findString(key);
            if (own != null && !own.equals(wanted.getValue())) {
                return AdmissionResult.forbidden(
                        request,
                        "conflict: runtimeClass.scheduling.nodeSelector[" + key + "] = " + wanted.getValue()
                                + "; pod.spec.nodeSelector[" + key + "] = " + own);
            }
            selector = selector.with(key, wanted.getValue());
        }
        MapNode result = selector.isEmpty() ? pod : pod.with(List.of("spec", "nodeSelector"), selector);
        if (!scheduling.findList("tolerations").isEmpty()) {
            result = result.with(
                    List.of("spec", "tolerations"),
                    Tolerations.merge(pod.findList("spec", "tolerations"), scheduling.findList("tolerations")));
        }
        return AdmissionResult.changed(result);
    }

    @Override
    public AdmissionResult validate(AdmissionRequest request) {
        if (!request.creates("pods")) {
            return AdmissionResult.unchanged(request);
        }
        String name = request.written().findText("spec", "runtimeClassName");
        Amounts own = overhead(request.written());
        Amounts defined = name.isEmpty()
                ? Amounts.NONE
                : request.cluster()
                        .get(Resources.RUNTIME_CLASSES, "", name)
                        .map(found -> Amounts.of(found.findMap("overhead", "podFixed")))
                        .orElse(Amounts.NONE);
        if (own.equals(defined)) {
            return AdmissionResult.unchanged(request);
        }
        return AdmissionResult.forbidden(
                request,
                defined.isEmpty()
                        ? "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead"
                        : MISMATCH);
    }
}
