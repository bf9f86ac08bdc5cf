/** The room jupiter; its root package says why it exists and where to start. */
module dev.drydock.jupiter {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.kernel;
    requires transitive dev.drydock.yaml;
    requires transitive dev.drydock.kubernetes;
    requires transitive dev.drydock.flux;
    requires transitive dev.drydock.scenario;
    requires transitive dev.drydock.assertions;
    requires transitive org.junit.jupiter.api;
    requires org.junit.platform.commons;

    exports dev.drydock.jupiter;
}
