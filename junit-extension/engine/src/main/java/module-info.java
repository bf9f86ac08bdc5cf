/** The room engine; its root package says why it exists and where to start. */
module dev.drydock.engine {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.kernel;
    requires transitive dev.drydock.yaml;
    requires transitive dev.drydock.scenario;
    requires transitive org.junit.platform.engine;
    requires transitive org.junit.platform.commons;

    exports dev.drydock.engine;

    provides org.junit.platform.engine.TestEngine with
            dev.drydock.engine.DrydockTestEngine;
}
