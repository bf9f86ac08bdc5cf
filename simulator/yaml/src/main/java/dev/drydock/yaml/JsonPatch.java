package dev.drydock.yaml;

import org.apiguardian.api.API;

/** JSON patch (RFC 6902) with the leniencies and messages of evanphx/json-patch, which Kubernetes and kustomize use. */
@API(status = API.Status.STABLE, since = "0.1")
public final class JsonPatch {

    private JsonPatch() {}

    /**
     * The document after all operations.
     *
     * @throws JsonPatchException with the text of the Go library when an operation cannot be done
     */
    public static Node apply(Node document, ListNode operations) {
        throw new UnsupportedOperationException("in work");
    }
}
