/** The room kubernetes; its root package says why it exists and where to start. */
@SuppressWarnings("requires-automatic") // re2j has no module descriptor
module dev.drydock.kubernetes {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.kernel;
    requires transitive dev.drydock.yaml;
    requires dev.drydock.cel;
    requires com.google.common;
    requires re2j;

    exports dev.drydock.kubernetes;
    exports dev.drydock.kubernetes.controllers;
    exports dev.drydock.kubernetes.discovery;
    exports dev.drydock.kubernetes.selector;
    exports dev.drydock.kubernetes.admission;
    exports dev.drydock.kubernetes.authentication;
    exports dev.drydock.kubernetes.authorization;
    exports dev.drydock.kubernetes.network;
    exports dev.drydock.kubernetes.quantity;
    exports dev.drydock.kubernetes.rbac;
    exports dev.drydock.kubernetes.rest;
    exports dev.drydock.kubernetes.runtime;
    exports dev.drydock.kubernetes.validation;
}
