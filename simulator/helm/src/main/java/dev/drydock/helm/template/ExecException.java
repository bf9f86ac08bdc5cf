package dev.drydock.helm.template;

import dev.drydock.helm.value.GoException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An error of the execution of a template, with the place in the text (ExecError). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExecException extends GoException {

    private static final long serialVersionUID = 1;

    ExecException(String message, @Nullable GoException wrapped) {
        super(message, wrapped);
    }
}
