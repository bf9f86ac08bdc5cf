package dev.drydock.helm;

import org.apiguardian.api.API;

/** The manifests would rest on something that is not modelled. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NotModelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception for a feature.
     *
     * @param feature what would have to be modelled
     */
    public NotModelledException(String feature) {
        super(feature);
    }

    /** What would have to be modelled. */
    public String feature() {
        return String.valueOf(getMessage());
    }
}
