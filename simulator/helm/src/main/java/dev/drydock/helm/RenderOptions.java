package dev.drydock.helm;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * What a rendering depends on besides chart, values, release and capabilities.
 *
 * @param lookup the cluster for the template function {@code lookup}
 * @param clock the time of {@code now}
 * @param seed what the random functions are made from
 * @param validateSchema whether {@code values.schema.json} is looked at
 * @param originLabels whether the post renderer that helm-controller always adds runs (origin labels, strategy combined)
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RenderOptions(Lookup lookup, Instant clock, long seed, boolean validateSchema, boolean originLabels) {

    /** {@code helm template}: no cluster, the epoch, schema validation, no post renderer. */
    public static final RenderOptions TEMPLATE = new RenderOptions(Lookup.NOTHING, Instant.EPOCH, 0, true, false);

    /** helm-controller's rendering, with its post renderer. */
    public static RenderOptions controller(Lookup lookup, Instant clock, long seed) {
        return new RenderOptions(lookup, clock, seed, true, true);
    }

    /** These with or without the look at {@code values.schema.json}. */
    public RenderOptions withSchemaValidation(boolean validate) {
        return new RenderOptions(lookup, clock, seed, validate, originLabels);
    }

    /** These with or without the post renderer of helm-controller. */
    public RenderOptions withOriginLabels(boolean labels) {
        return new RenderOptions(lookup, clock, seed, validateSchema, labels);
    }
}
