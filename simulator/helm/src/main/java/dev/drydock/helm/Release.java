package dev.drydock.helm;

import org.apiguardian.api.API;

/**
 * What {@code .Release} holds.
 *
 * @param name name of the release
 * @param namespace namespace of the release
 * @param revision number of this revision, from 1
 * @param upgrade whether this is an upgrade (or rollback) and no install
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Release(String name, String namespace, int revision, boolean upgrade) {

    /** The first revision of a release. */
    public static Release install(String name, String namespace) {
        return new Release(name, namespace, 1, false);
    }

    /** A later revision of a release. */
    public static Release upgrade(String name, String namespace, int revision) {
        return new Release(name, namespace, revision, true);
    }
}
