package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.crd.CustomResourceDefinitionRules;
import dev.drydock.kubernetes.kinds.devices.DeviceClassRules;
import dev.drydock.kubernetes.kinds.devices.ResourceClaimRules;
import dev.drydock.kubernetes.kinds.devices.ResourceSliceRules;
import dev.drydock.kubernetes.rbac.BindingRules;
import dev.drydock.kubernetes.rbac.RoleRules;
import dev.drydock.kubernetes.validation.KindRules;
import java.util.Map;

/** The table from resources to the rules of their kinds. */
public final class BuiltInKinds {

    private static final KindRules NONE = new KindRules() {};

    private static final Map<String, KindRules> RULES = Map.ofEntries(
            Map.entry("namespaces", new NamespaceRules()),
            Map.entry("customresourcedefinitions.apiextensions.k8s.io", new CustomResourceDefinitionRules()),
            Map.entry("pods", new PodRules()),
            Map.entry("services", new ServiceRules()),
            Map.entry("serviceaccounts", new ServiceAccountRules()),
            Map.entry("nodes", new NodeRules()),
            Map.entry("endpoints", new EndpointsRules()),
            Map.entry("events", new EventRules(false)),
            Map.entry("events.events.k8s.io", new EventRules(true)),
            Map.entry("leases.coordination.k8s.io", new LeaseRules()),
            Map.entry("apiservices.apiregistration.k8s.io", new ApiServiceRules()),
            Map.entry("certificatesigningrequests.certificates.k8s.io", new CertificateSigningRequestRules()),
            Map.entry("servicecidrs.networking.k8s.io", new ServiceCidrRules()),
            Map.entry("ipaddresses.networking.k8s.io", new IpAddressRules()),
            Map.entry("csidrivers.storage.k8s.io", new CsiDriverRules()),
            Map.entry("csinodes.storage.k8s.io", new CsiNodeRules()),
            Map.entry("csistoragecapacities.storage.k8s.io", new CsiStorageCapacityRules()),
            Map.entry("volumeattachments.storage.k8s.io", new VolumeAttachmentRules()),
            Map.entry("flowschemas.flowcontrol.apiserver.k8s.io", new FlowSchemaRules()),
            Map.entry(
                    "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io", new PriorityLevelConfigurationRules()),
            Map.entry("deviceclasses.resource.k8s.io", new DeviceClassRules()),
            Map.entry("resourceclaims.resource.k8s.io", new ResourceClaimRules(false)),
            Map.entry("resourceclaimtemplates.resource.k8s.io", new ResourceClaimRules(true)),
            Map.entry("resourceslices.resource.k8s.io", new ResourceSliceRules()),
            Map.entry("persistentvolumes", new PersistentVolumeRules()),
            Map.entry("persistentvolumeclaims", new PersistentVolumeClaimRules()),
            Map.entry("configmaps", new ConfigMapRules()),
            Map.entry("secrets", new SecretRules()),
            Map.entry("endpointslices.discovery.k8s.io", new EndpointSliceRules()),
            Map.entry("deployments.apps", new DeploymentRules()),
            Map.entry("statefulsets.apps", new StatefulSetRules()),
            Map.entry("cronjobs.batch", new CronJobRules()),
            Map.entry("storageclasses.storage.k8s.io", new StorageClassRules()),
            Map.entry("horizontalpodautoscalers.autoscaling", new HorizontalPodAutoscalerRules()),
            Map.entry("daemonsets.apps", new DaemonSetRules()),
            Map.entry("jobs.batch", new JobRules()),
            Map.entry("replicasets.apps", new ReplicaSetRules()),
            Map.entry("controllerrevisions.apps", new ControllerRevisionRules()),
            Map.entry("replicationcontrollers", new ReplicationControllerRules()),
            Map.entry("podtemplates", new PodTemplateKindRules()),
            Map.entry("resourcequotas", new ResourceQuotaRules()),
            Map.entry("limitranges", new LimitRangeRules()),
            Map.entry("poddisruptionbudgets.policy", new PodDisruptionBudgetRules()),
            Map.entry("networkpolicies.networking.k8s.io", new NetworkPolicyRules()),
            Map.entry("ingresses.networking.k8s.io", new IngressRules()),
            Map.entry("ingressclasses.networking.k8s.io", new IngressClassRules()),
            Map.entry("priorityclasses.scheduling.k8s.io", new PriorityClassRules()),
            Map.entry("runtimeclasses.node.k8s.io", new RuntimeClassRules()),
            Map.entry("mutatingwebhookconfigurations.admissionregistration.k8s.io", new WebhookConfigurationRules()),
            Map.entry("validatingwebhookconfigurations.admissionregistration.k8s.io", new WebhookConfigurationRules()),
            Map.entry("validatingadmissionpolicies.admissionregistration.k8s.io", new ValidatingPolicyRules()),
            Map.entry("mutatingadmissionpolicies.admissionregistration.k8s.io", new MutatingPolicyRules()),
            Map.entry("validatingadmissionpolicybindings.admissionregistration.k8s.io", new PolicyBindingRules(true)),
            Map.entry("mutatingadmissionpolicybindings.admissionregistration.k8s.io", new PolicyBindingRules(false)),
            Map.entry("volumeattributesclasses.storage.k8s.io", new VolumeAttributesClassRules()),
            Map.entry("roles.rbac.authorization.k8s.io", new RoleRules(true)),
            Map.entry("clusterroles.rbac.authorization.k8s.io", new RoleRules(false)),
            Map.entry("rolebindings.rbac.authorization.k8s.io", new BindingRules(true)),
            Map.entry("clusterrolebindings.rbac.authorization.k8s.io", new BindingRules(false)));

    private BuiltInKinds() {}

    /** The rules of a resource; rules that do nothing when it has none. */
    public static KindRules rulesOf(GroupVersionResource resource) {
        return RULES.getOrDefault(resource.groupResource(), NONE);
    }
}
