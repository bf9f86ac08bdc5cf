package dev.drydock.kustomize.resource;

/** Counts changes of names in a build, so that indexes by name know when they are stale. */
public final class IdentityClock {

    private final Scopes scopes = new Scopes();
    private long time;

    /** The scopes of the kinds of this build. */
    public Scopes scopes() {
        return scopes;
    }

    void tick() {
        time++;
    }

    long time() {
        return time;
    }
}
