/** The room cel; its root package says why it exists and where to start. */
@SuppressWarnings("requires-transitive-automatic") // re2j has no module descriptor
module dev.drydock.cel {
    requires transitive re2j;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.yaml;

    exports dev.drydock.cel;
    exports dev.drydock.cel.ast;
    exports dev.drydock.cel.check;
    exports dev.drydock.cel.cost;
    exports dev.drydock.cel.interpret;
    exports dev.drydock.cel.kubernetes;
    exports dev.drydock.cel.library;
    exports dev.drydock.cel.parse;
    exports dev.drydock.cel.schema;
    exports dev.drydock.cel.type;
    exports dev.drydock.cel.value;
}
