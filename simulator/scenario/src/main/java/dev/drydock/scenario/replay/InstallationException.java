package dev.drydock.scenario.replay;

import org.apiguardian.api.API;

/** What installs Flux in a repository cannot be read or built; the message says why. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InstallationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InstallationException(String message) {
        super(message);
    }
}
