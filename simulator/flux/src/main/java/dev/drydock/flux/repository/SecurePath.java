package dev.drydock.flux.repository;

import dev.drydock.kustomize.Paths;
import org.apiguardian.api.API;

/** Paths in a tree of files that never lead out of its root, whatever is written (filepath-securejoin). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SecurePath {

    private SecurePath() {}

    /** The path from the root, without dots and without slashes that are doubled or at an end; empty for the root. */
    public static String of(String path) {
        return Paths.clean("/" + path).substring(1);
    }
}
