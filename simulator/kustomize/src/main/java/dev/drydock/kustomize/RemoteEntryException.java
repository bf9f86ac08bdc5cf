package dev.drydock.kustomize;

import org.apiguardian.api.API;

/** An entry of a kustomization leads to another machine, which a build without network does not ask. */
@API(status = API.Status.STABLE, since = "0.1")
public final class RemoteEntryException extends KustomizeException {

    private static final long serialVersionUID = 1;

    private final String entry;

    /** The entry as it is written in the kustomization file. */
    public RemoteEntryException(String entry) {
        this(entry, "remote entry '" + entry + "' is not fetched: there is no network in a build");
    }

    private RemoteEntryException(String entry, String message) {
        super(message);
        this.entry = entry;
    }

    /** The entry as it is written in the kustomization file. */
    public String entry() {
        return entry;
    }

    @Override
    public RemoteEntryException prefixed(String prefix) {
        return new RemoteEntryException(entry, prefix + ": " + getMessage());
    }
}
