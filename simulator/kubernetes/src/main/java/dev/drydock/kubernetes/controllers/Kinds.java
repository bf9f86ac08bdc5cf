package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.GroupVersionKind;

/** The kinds that the control loops work with. */
final class Kinds {

    static final GroupVersionKind NAMESPACE = new GroupVersionKind("", "v1", "Namespace");
    static final GroupVersionKind SERVICE_ACCOUNT = new GroupVersionKind("", "v1", "ServiceAccount");
    static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    static final GroupVersionKind POD = new GroupVersionKind("", "v1", "Pod");
    static final GroupVersionKind CLAIM = new GroupVersionKind("", "v1", "PersistentVolumeClaim");
    static final GroupVersionKind DEPLOYMENT = new GroupVersionKind("apps", "v1", "Deployment");
    static final GroupVersionKind REPLICA_SET = new GroupVersionKind("apps", "v1", "ReplicaSet");
    static final GroupVersionKind STATEFUL_SET = new GroupVersionKind("apps", "v1", "StatefulSet");
    static final GroupVersionKind DAEMON_SET = new GroupVersionKind("apps", "v1", "DaemonSet");
    static final GroupVersionKind JOB = new GroupVersionKind("batch", "v1", "Job");

    static final GroupVersionKind BUDGET = new GroupVersionKind("policy", "v1", "PodDisruptionBudget");

    private Kinds() {}
}
