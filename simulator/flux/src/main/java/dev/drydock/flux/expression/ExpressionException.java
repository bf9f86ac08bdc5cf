package dev.drydock.flux.expression;

import org.apiguardian.api.API;

/** An expression that cannot be read or has no value; the message is the one of Flux. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean compilation;

    /** An exception with a message of Flux. */
    public ExpressionException(String message, boolean compilation) {
        super(message);
        this.compilation = compilation;
    }

    /** Whether the expression is wrong as such, so that only a change of it can help. */
    public boolean isCompilation() {
        return compilation;
    }

    /** The same exception with words in front. */
    public ExpressionException prefixed(String words) {
        return new ExpressionException(words + getMessage(), compilation);
    }
}
