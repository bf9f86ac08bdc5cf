package dev.drydock.yaml;

import org.apiguardian.api.API;

/**
 * In which way JSON patches are applied; the users of evanphx/json-patch have different versions of it.
 *
 * @param missingKeysFail whether replacing, moving and copying a key that a map does not have is an error (version 5) or
 *     taken for null (version 4)
 * @param copyLimit most bytes of JSON that all copy operations together may add
 */
@API(status = API.Status.STABLE, since = "0.1")
public record JsonPatchOptions(boolean missingKeysFail, long copyLimit) {

    /** As the API server: version 4, copies up to 3 MiB. */
    public static final JsonPatchOptions API_SERVER = new JsonPatchOptions(false, 3L << 20);

    /** As kustomize: version 4, which has no limit there; ours is far beyond any manifest. */
    public static final JsonPatchOptions KUSTOMIZE = new JsonPatchOptions(false, 64L << 20);

    /** As Flux: version 5. */
    public static final JsonPatchOptions FLUX = new JsonPatchOptions(true, 64L << 20);
}
