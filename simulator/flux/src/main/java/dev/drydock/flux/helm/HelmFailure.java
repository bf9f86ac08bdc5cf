package dev.drydock.flux.helm;

/** An error of Helm or of the controller, in its words. */
final class HelmFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    HelmFailure(String message) {
        super(message, null, false, false);
    }

    /** A release without a revision that was deployed. */
    static HelmFailure noneDeployed(String name) {
        return new HelmFailure("\"" + name + "\" has no deployed releases");
    }

    /** The words. */
    String words() {
        return String.valueOf(getMessage());
    }

    /** The same error with words before it. */
    HelmFailure after(String prefix) {
        return new HelmFailure(prefix + words());
    }
}
