package dev.drydock.kustomize;

import org.apiguardian.api.API;

/** A mistake with which the real program crashes; nothing is put in front of its message. */
@API(status = API.Status.STABLE, since = "0.1")
public final class CrashException extends KustomizeException {

    private static final long serialVersionUID = 1;

    /** A crash with Go's words for it. */
    public CrashException(String message) {
        super(message);
    }

    /** A nil pointer that was followed. */
    public static CrashException nilPointer() {
        return new CrashException("runtime error: invalid memory address or nil pointer dereference");
    }

    @Override
    public CrashException prefixed(String prefix) {
        return this;
    }
}
