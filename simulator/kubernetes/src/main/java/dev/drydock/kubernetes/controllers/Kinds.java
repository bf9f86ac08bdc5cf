package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.GroupVersionKind;

/** The kinds that the control loops work with. */
final class Kinds {

    static final GroupVersionKind NAMESPACE = new GroupVersionKind("", "v1", "Namespace");
    static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    static final GroupVersionKind SERVICE_ACCOUNT = new GroupVersionKind("", "v1", "ServiceAccount");
    static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    static final GroupVersionKind POD = new GroupVersionKind("", "v1", "Pod");
    static final GroupVersionKind CLAIM = new GroupVersionKind("", "v1", "PersistentVolumeClaim");
    static final GroupVersionKind VOLUME = new GroupVersionKind("", "v1", "PersistentVolume");
    static final GroupVersionKind STORAGE_CLASS = new GroupVersionKind("storage.k8s.io", "v1", "StorageClass");
    static final GroupVersionKind SERVICE = new GroupVersionKind("", "v1", "Service");
    static final GroupVersionKind ENDPOINTS = new GroupVersionKind("", "v1", "Endpoints");
    static final GroupVersionKind ENDPOINT_SLICE = new GroupVersionKind("discovery.k8s.io", "v1", "EndpointSlice");
    static final GroupVersionKind AUTOSCALER = new GroupVersionKind("autoscaling", "v2", "HorizontalPodAutoscaler");
    static final GroupVersionKind CRON_JOB = new GroupVersionKind("batch", "v1", "CronJob");
    static final GroupVersionKind DEPLOYMENT = new GroupVersionKind("apps", "v1", "Deployment");
    static final GroupVersionKind REPLICA_SET = new GroupVersionKind("apps", "v1", "ReplicaSet");
    static final GroupVersionKind REPLICATION_CONTROLLER = new GroupVersionKind("", "v1", "ReplicationController");
    static final GroupVersionKind STATEFUL_SET = new GroupVersionKind("apps", "v1", "StatefulSet");
    static final GroupVersionKind DAEMON_SET = new GroupVersionKind("apps", "v1", "DaemonSet");
    static final GroupVersionKind JOB = new GroupVersionKind("batch", "v1", "Job");

    static final GroupVersionKind BUDGET = new GroupVersionKind("policy", "v1", "PodDisruptionBudget");

    private Kinds() {}
}
