package dev.drydock.flux.timing;

import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import org.apiguardian.api.API;

/** Defaults that source-controller has in its code and not in the CRDs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SourceTiming {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private SourceTiming() {}

    /** How often a HelmRepository is fetched. */
    public static Duration helmRepositoryInterval(MapNode spec) {
        return duration(spec, "interval");
    }

    /** How long fetching a HelmRepository may take. */
    public static Duration helmRepositoryTimeout(MapNode spec) {
        return duration(spec, "timeout");
    }

    private static Duration duration(MapNode spec, String field) {
        String text = spec.findString(field);
        return text == null ? MINUTE : GoDurations.parse(text);
    }

    /** What is done with the layer of an OCI artifact. */
    public static String layerOperation(MapNode spec) {
        String operation = spec.findText("layerSelector", "operation");
        return operation.isEmpty() ? "extract" : operation;
    }

    /** The media type of the layer that is taken, empty for the first one. */
    public static String layerMediaType(MapNode spec) {
        return spec.findText("layerSelector", "mediaType");
    }
}
