package dev.drydock.flux.chart;

/** A chart that cannot be built, with the controller's words (source-controller internal/helm/chart/errors.go). */
public final class BuildException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String words;

    /** Why a chart cannot be built. */
    public enum Reason {
        /** The chart or its version does not exist. */
        REFERENCE("InvalidChartReference", "invalid chart reference", true),
        /** The chart cannot be fetched. */
        PULL("ChartPullError", "chart pull error", false),
        /** Its version cannot be changed. */
        METADATA("MetadataPatchError", "chart metadata patch error", true),
        /** The files with other default values cannot be merged. */
        VALUES_FILES("ValuesFilesError", "values files merge error", true),
        /** What it depends on cannot be had. */
        DEPENDENCY("DependencyBuildError", "dependency build error", false),
        /** It cannot be packaged. */
        PACKAGE("ChartPackageError", "chart package error", false),
        /** Its signature does not hold. */
        VERIFICATION("ChartVerificationError", "chart verification error", false),
        /** Any other error. */
        UNKNOWN("Unknown", "unknown build error", false);

        private final String condition;
        private final String summary;
        private final boolean persistent;

        Reason(String condition, String summary, boolean persistent) {
            this.condition = condition;
            this.summary = summary;
            this.persistent = persistent;
        }

        /** The reason as conditions carry it. */
        public String condition() {
            return condition;
        }

        /** Whether only a change of the object or its source can help. */
        public boolean isPersistent() {
            return persistent;
        }

        /** Whether fetching succeeded and building did not. */
        public boolean isOfBuild() {
            return this == METADATA
                    || this == VALUES_FILES
                    || this == DEPENDENCY
                    || this == PACKAGE
                    || this == VERIFICATION;
        }
    }

    /** An error of a kind; its message is the kind's own words with the cause. */
    public BuildException(Reason reason, String cause) {
        super(reason.summary + ": " + cause, null, false, false);
        this.reason = reason;
        this.words = cause;
    }

    /** The cause alone. */
    public String words() {
        return words;
    }

    /** The same error with words before its cause. */
    public BuildException after(String prefix) {
        return new BuildException(reason, prefix + words);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
