package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/** The formats of a patch. */
@API(status = API.Status.STABLE, since = "0.1")
public enum PatchType {
    /** Server-side apply. */
    APPLY("application/apply-patch+yaml"),
    /** JSON merge patch. */
    MERGE("application/merge-patch+json"),
    /** Strategic merge patch, for built-in kinds only. */
    STRATEGIC("application/strategic-merge-patch+json"),
    /** JSON patch. */
    JSON("application/json-patch+json");

    private final String mediaType;

    PatchType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }
}
