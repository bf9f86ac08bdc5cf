/** The room helm; its root package says why it exists and where to start. */
module dev.drydock.helm {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.yaml;
    requires com.google.common;
    requires re2j;

    exports dev.drydock.helm;
    exports dev.drydock.helm.semver;
}
