package dev.drydock.helm;

import org.apiguardian.api.API;

/** The values of a HelmRelease cannot be composed; the message is that of Flux. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ValuesException extends HelmException {

    private static final long serialVersionUID = 1;

    private final boolean terminal;

    /**
     * An exception with Flux's message.
     *
     * @param terminal whether trying again cannot help as long as nothing changes
     */
    public ValuesException(String message, boolean terminal) {
        super(message);
        this.terminal = terminal;
    }

    /** Whether trying again cannot help as long as nothing changes. */
    public boolean isTerminal() {
        return terminal;
    }
}
