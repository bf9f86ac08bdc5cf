/** The room scenario; its root package says why it exists and where to start. */
module dev.drydock.scenario {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.kernel;
    requires transitive dev.drydock.yaml;
    requires transitive dev.drydock.kubernetes;
    requires transitive dev.drydock.flux;
    requires transitive re2j;
    requires com.google.common;

    exports dev.drydock.scenario;
    exports dev.drydock.scenario.observe;
    exports dev.drydock.scenario.order;
    exports dev.drydock.scenario.replay;
    exports dev.drydock.scenario.report;
    exports dev.drydock.scenario.run;
    exports dev.drydock.scenario.testing;
}
