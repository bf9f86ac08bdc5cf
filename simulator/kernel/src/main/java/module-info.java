/** The room kernel; its root package says why it exists and where to start. */
module dev.drydock.kernel {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports dev.drydock.kernel;
}
