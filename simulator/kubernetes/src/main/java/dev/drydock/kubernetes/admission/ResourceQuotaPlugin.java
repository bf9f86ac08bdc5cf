package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.quota.Amounts;
import dev.drydock.kubernetes.quota.QuotaCheck;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds writes against the quotas of their namespace and charges them at once; the last plugin, so that nothing is charged in vain. */
final class ResourceQuotaPlugin implements AdmissionPlugin {

    private static final Set<String> IGNORED = Set.of(
            "bindings",
            "componentstatuses",
            "events",
            "events.events.k8s.io",
            "tokenreviews.authentication.k8s.io",
            "subjectaccessreviews.authorization.k8s.io",
            "localsubjectaccessreviews.authorization.k8s.io",
            "selfsubjectaccessreviews.authorization.k8s.io",
            "selfsubjectrulesreviews.authorization.k8s.io");

    @Override
    public String name() {
        return "ResourceQuota";
    }

    @Override
    public AdmissionResult validate(AdmissionRequest request) {
        if (request.object() == null
                || !(request.subresource().isEmpty() || isResize(request))
                || request.namespace().isEmpty()
                || request.isFor("namespaces")
                || IGNORED.contains(request.resource().groupResource())) {
            return AdmissionResult.unchanged(request);
        }
        List<MapNode> quotas = request.cluster().list(Resources.RESOURCE_QUOTAS, request.namespace());
        if (quotas.isEmpty()) {
            return AdmissionResult.unchanged(request);
        }
        QuotaCheck.Outcome outcome =
                new QuotaCheck(request.resource(), request.written(), request.old()).against(quotas);
        if (outcome instanceof QuotaCheck.Outcome.Exceeded exceeded) {
            return AdmissionResult.forbidden(request, exceeded.text());
        }
        if (outcome instanceof QuotaCheck.Outcome.Charged charged && !request.dryRun()) {
            charge(request, quotas, charged.used());
        }
        return AdmissionResult.unchanged(request);
    }

    private static boolean isResize(AdmissionRequest request) {
        return request.subresource().equals("resize")
                && request.resource().groupResource().equals("pods");
    }

    private static void charge(AdmissionRequest request, List<MapNode> quotas, Map<String, Amounts> used) {
        for (MapNode quota : quotas) {
            Amounts after = used.get(Texts.name(quota));
            if (after != null) {
                request.cluster()
                        .writeStatus(Resources.RESOURCE_QUOTAS, quota.with(List.of("status", "used"), after.toNode()));
            }
        }
    }
}
