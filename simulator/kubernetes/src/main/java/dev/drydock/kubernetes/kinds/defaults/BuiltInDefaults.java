package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The defaults of all built-in kinds, by kind. */
public final class BuiltInDefaults {

    private static final Map<String, UnaryOperator<MapNode>> BY_KIND = Map.ofEntries(
            Map.entry("Pod", PodDefaults::pod),
            Map.entry("PodTemplate", WorkloadDefaults::podTemplate),
            Map.entry("Deployment.apps", WorkloadDefaults::deployment),
            Map.entry("DaemonSet.apps", WorkloadDefaults::daemonSet),
            Map.entry("StatefulSet.apps", WorkloadDefaults::statefulSet),
            Map.entry("ReplicaSet.apps", WorkloadDefaults::replicaSet),
            Map.entry("ReplicationController", WorkloadDefaults::replicationController),
            Map.entry("Job.batch", WorkloadDefaults::job),
            Map.entry("CronJob.batch", WorkloadDefaults::cronJob),
            Map.entry("Service", NetworkDefaults::service),
            Map.entry("Endpoints", NetworkDefaults::endpoints),
            Map.entry("EndpointSlice.discovery.k8s.io", NetworkDefaults::endpointSlice),
            Map.entry("NetworkPolicy.networking.k8s.io", NetworkDefaults::networkPolicy),
            Map.entry("PersistentVolumeClaim", VolumeDefaults::claim),
            Map.entry("PersistentVolume", VolumeDefaults::volume),
            Map.entry("Node", OtherDefaults::node),
            Map.entry("ResourceQuota", OtherDefaults::quota),
            Map.entry("Secret", OtherDefaults::secret),
            Map.entry("LimitRange", OtherDefaults::limitRange),
            Map.entry("StorageClass.storage.k8s.io", OtherDefaults::storageClass),
            Map.entry("PriorityClass.scheduling.k8s.io", OtherDefaults::priorityClass),
            Map.entry("CSIDriver.storage.k8s.io", DeviceDefaults::storageDriver),
            Map.entry("ResourceClaim.resource.k8s.io", DeviceDefaults::claim),
            Map.entry("ResourceClaimTemplate.resource.k8s.io", DeviceDefaults::template),
            Map.entry("PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io", DeviceDefaults::priorityLevel),
            Map.entry("FlowSchema.flowcontrol.apiserver.k8s.io", OtherDefaults::flowSchema),
            Map.entry("APIService.apiregistration.k8s.io", OtherDefaults::apiService),
            Map.entry("CustomResourceDefinition.apiextensions.k8s.io", OtherDefaults::customResourceDefinition),
            Map.entry("ValidatingWebhookConfiguration.admissionregistration.k8s.io", AdmissionDefaults::validating),
            Map.entry("MutatingWebhookConfiguration.admissionregistration.k8s.io", AdmissionDefaults::mutating),
            Map.entry("ValidatingAdmissionPolicy.admissionregistration.k8s.io", AdmissionDefaults::policy),
            Map.entry("MutatingAdmissionPolicy.admissionregistration.k8s.io", AdmissionDefaults::policy),
            Map.entry("ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io", AdmissionDefaults::binding),
            Map.entry("MutatingAdmissionPolicyBinding.admissionregistration.k8s.io", AdmissionDefaults::binding));

    private BuiltInDefaults() {}

    /** The object, decoded before, with the defaults of its kind and version; itself when it needs none. */
    public static MapNode apply(MapNode object, GroupVersionKind kind) {
        if (kind.groupKind().equals("HorizontalPodAutoscaler.autoscaling")) {
            return kind.version().equals("v1")
                    ? WorkloadDefaults.autoscalerV1(object)
                    : WorkloadDefaults.autoscaler(object);
        }
        return BY_KIND.getOrDefault(kind.groupKind(), UnaryOperator.identity()).apply(object);
    }
}
