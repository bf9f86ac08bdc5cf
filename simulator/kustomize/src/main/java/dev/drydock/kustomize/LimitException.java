package dev.drydock.kustomize;

import org.apiguardian.api.API;

/** A build does more than is modelled; kustomize itself would go on until its memory ends. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LimitException extends KustomizeException {

    private static final long serialVersionUID = 1;

    /** An exception that says what is too much. */
    public LimitException(String message) {
        super(message);
    }

    /** The same: what is not modelled has no place in kustomize's words. */
    @Override
    public LimitException prefixed(String prefix) {
        return this;
    }
}
