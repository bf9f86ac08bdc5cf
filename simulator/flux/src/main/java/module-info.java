/** The room flux; its root package says why it exists and where to start. */
module dev.drydock.flux {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.kernel;
    requires transitive dev.drydock.yaml;
    requires transitive dev.drydock.kubernetes;
    requires transitive dev.drydock.kustomize;
    requires transitive dev.drydock.helm;
    requires dev.drydock.cel;
    requires com.google.common;
    requires re2j;
    requires static com.exceptionfactory.jagged;
    requires static com.exceptionfactory.jagged.framework;
    requires static com.exceptionfactory.jagged.x25519;

    exports dev.drydock.flux;
    exports dev.drydock.flux.repository;
    exports dev.drydock.flux.acl;
    exports dev.drydock.flux.artifact;
    exports dev.drydock.flux.dependency;
    exports dev.drydock.flux.expression;
    exports dev.drydock.flux.generator;
    exports dev.drydock.flux.ignore;
    exports dev.drydock.flux.ssa;
    exports dev.drydock.flux.status;
    exports dev.drydock.flux.substitution;
    exports dev.drydock.flux.timing;
}
