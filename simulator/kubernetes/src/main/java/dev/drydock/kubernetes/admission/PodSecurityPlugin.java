package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.admission.podsecurity.NamespacePolicy;
import dev.drydock.kubernetes.admission.podsecurity.PodSecurityStandard;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds pods to the Pod Security Standard of their namespace; templates of pods are warned of only. */
final class PodSecurityPlugin implements AdmissionPlugin {

    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "replicationcontrollers", List.of("spec", "template"),
            "podtemplates", List.of("template"),
            "replicasets.apps", List.of("spec", "template"),
            "deployments.apps", List.of("spec", "template"),
            "statefulsets.apps", List.of("spec", "template"),
            "daemonsets.apps", List.of("spec", "template"),
            "jobs.batch", List.of("spec", "template"),
            "cronjobs.batch", List.of("spec", "jobTemplate", "spec", "template"));

    private static final Set<String> EVALUATED_SUBRESOURCES = Set.of("", "ephemeralcontainers", "resize");

    @Override
    public String name() {
        return "PodSecurity";
    }

    @Override
    public AdmissionResult validate(AdmissionRequest request) {
        if (request.object() == null) {
            return AdmissionResult.unchanged(request);
        }
        if (request.isFor("namespaces")) {
            return validateNamespace(request);
        }
        if (request.resource().groupResource().equals("pods")) {
            return EVALUATED_SUBRESOURCES.contains(request.subresource())
                    ? validatePod(request)
                    : AdmissionResult.unchanged(request);
        }
        List<String> template = TEMPLATES.get(request.resource().groupResource());
        return template == null || !request.subresource().isEmpty()
                ? AdmissionResult.unchanged(request)
                : warned(request, request.written().findMap(template.toArray(new String[0])));
    }

    private static NamespacePolicy policy(MapNode namespace) {
        return NamespacePolicy.of(namespace.findMap("metadata", "labels").strings());
    }

    private static NamespacePolicy policy(AdmissionRequest request) {
        return policy(request.cluster()
                .get(Resources.NAMESPACES, "", request.namespace())
                .orElse(MapNode.EMPTY));
    }

    private static AdmissionResult validatePod(AdmissionRequest request) {
        MapNode pod = request.written();
        MapNode old = request.old();
        MapNode spec = pod.findMap("spec");
        if (old != null && !PodSecurityStandard.isSignificant(spec, old.findMap("spec"))) {
            return AdmissionResult.unchanged(request);
        }
        return PodSecurityStandard.refusal(policy(request), pod.findMap("metadata"), spec)
                .map(text -> AdmissionResult.forbidden(request, text))
                .orElseGet(() -> warned(request, pod));
    }

    private static AdmissionResult warned(AdmissionRequest request, MapNode template) {
        MapNode spec = template.findMap("spec");
        if (spec.isEmpty()) {
            return AdmissionResult.unchanged(request);
        }
        return PodSecurityStandard.warning(policy(request), template.findMap("metadata"), spec)
                .map(text -> AdmissionResult.warned(request, List.of(text)))
                .orElseGet(() -> AdmissionResult.unchanged(request));
    }

    private static AdmissionResult validateNamespace(AdmissionRequest request) {
        NamespacePolicy policy = policy(request.written());
        MapNode old = request.old();
        List<NamespacePolicy.Mistake> before =
                old == null ? List.of() : policy(old).mistakes();
        if (!policy.mistakes().isEmpty() && !policy.mistakes().equals(before)) {
            FieldErrors errors = new FieldErrors();
            policy.mistakes()
                    .forEach(mistake -> errors.add(FieldError.invalid(
                            "metadata.labels[" + mistake.label() + "]", mistake.value(), mistake.message())));
            return AdmissionResult.refused(errors.toStatus(request.kind(), request.name()));
        }
        return old == null
                ? AdmissionResult.unchanged(request)
                : AdmissionResult.warned(
                        request,
                        PodSecurityStandard.tighteningWarnings(
                                request.name(),
                                policy,
                                policy(old),
                                request.cluster().list(Resources.PODS, request.name())));
    }
}
