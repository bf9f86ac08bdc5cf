package dev.drydock.yaml;

import org.apiguardian.api.API;

/**
 * In which way JSON patches are applied; all users here have version 4 of evanphx/json-patch.
 *
 * @param copyLimit most bytes of JSON that all copy operations together may add
 */
@API(status = API.Status.STABLE, since = "0.1")
public record JsonPatchOptions(long copyLimit) {

    /** As the API server: copies up to 3 MiB. */
    public static final JsonPatchOptions API_SERVER = new JsonPatchOptions(3L << 20);

    /** As kustomize, which has no limit there; ours is far beyond any manifest. */
    public static final JsonPatchOptions KUSTOMIZE = new JsonPatchOptions(64L << 20);
}
