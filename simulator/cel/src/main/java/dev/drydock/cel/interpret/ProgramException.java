package dev.drydock.cel.interpret;

import org.apiguardian.api.API;

/** No program can be made of an expression; the message is cel-go's. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ProgramException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProgramException(String message) {
        super(message);
    }
}
