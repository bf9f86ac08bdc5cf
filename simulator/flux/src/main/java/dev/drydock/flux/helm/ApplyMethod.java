package dev.drydock.flux.helm;

/** Who puts the objects of a release together: the server, or the client as of old. */
final class ApplyMethod {

    private ApplyMethod() {}

    /**
     * Whether the server applies the objects of an install or an upgrade, or of the definitions before it.
     *
     * @throws HelmFailure when that hangs on the release before, and there is none
     */
    static boolean serverSide(ReleaseTools tools, Operation operation) {
        if (operation.action() == Operation.Action.INSTALL) {
            return !tools.isFalse("install", "serverSideApply");
        }
        String wanted =
                tools.text(operation.action() == Operation.Action.ROLLBACK ? "rollback" : "upgrade", "serverSideApply");
        return switch (wanted) {
            case "enabled" -> true;
            case "disabled" -> false;
            default ->
                tools.storage()
                        .last(operation.name())
                        .orElseThrow(() -> HelmFailure.noneDeployed(operation.name()))
                        .isServerSide();
        };
    }
}
