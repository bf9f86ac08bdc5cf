package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.quota.LimitRanges;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Fills in the defaults of LimitRanges and holds new pods and claims against their bounds. */
final class LimitRanger implements AdmissionPlugin {

    @Override
    public String name() {
        return "LimitRanger";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        return isPodAmounts(request)
                ? AdmissionResult.changed(LimitRanges.withDefaults(request.written(), limitRanges(request)))
                : AdmissionResult.unchanged(request);
    }

    @Override
    public AdmissionResult validate(AdmissionRequest request) {
        boolean isPod = isPodAmounts(request);
        boolean isClaim = request.operation() != AdmissionRequest.Operation.DELETE
                && request.isFor("persistentvolumeclaims")
                && !isBeingDeleted(request);
        if (!isPod && !isClaim) {
            return AdmissionResult.unchanged(request);
        }
        return LimitRanges.refusal(request.written(), isPod, limitRanges(request))
                .map(text -> AdmissionResult.forbidden(request, text))
                .orElseGet(() -> AdmissionResult.unchanged(request));
    }

    /** Pods get their amounts when they are created and when they are resized. */
    private static boolean isPodAmounts(AdmissionRequest request) {
        boolean isResized = request.operation() == AdmissionRequest.Operation.UPDATE
                && request.resource().groupResource().equals("pods")
                && request.subresource().equals("resize");
        return request.creates("pods") || (isResized && !isBeingDeleted(request));
    }

    private static boolean isBeingDeleted(AdmissionRequest request) {
        MapNode old = request.old();
        return old != null && Texts.has(old, "metadata", "deletionTimestamp");
    }

    private static List<MapNode> limitRanges(AdmissionRequest request) {
        return request.cluster().list(Resources.LIMIT_RANGES, request.namespace());
    }
}
