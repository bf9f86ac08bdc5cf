package dev.drydock.flux.timing;

import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Effective settings of a Kustomization (kustomization_types.go).
 *
 * @param requeueAfter time to the next run after a success, without jitter
 * @param retryInterval time to the next run after a failure
 * @param timeout time for health checks, never less than 30 seconds
 * @param deletionPolicy what happens to managed objects on deletion
 * @param substituteStrategy when variables are substituted
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KustomizationTiming(
        Duration requeueAfter,
        Duration retryInterval,
        Duration timeout,
        String deletionPolicy,
        String substituteStrategy) {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    /**
     * The settings of a spec.
     *
     * @throws InvalidDurationException for a duration that Go cannot read
     */
    public static KustomizationTiming of(MapNode spec) {
        Duration interval = GoDurations.parse(spec.findText("interval"));
        Duration retry = duration(spec, "retryInterval", interval);
        Duration timeout = duration(spec, "timeout", interval.minus(MARGIN));
        String policy = spec.findText("deletionPolicy");
        String strategy = spec.findText("postBuild", "substituteStrategy");
        return new KustomizationTiming(
                interval,
                retry,
                timeout.compareTo(MARGIN) < 0 ? MARGIN : timeout,
                policy.isEmpty() ? "MirrorPrune" : policy,
                strategy.isEmpty() ? "WithVariables" : strategy);
    }

    private static Duration duration(MapNode spec, String field, Duration otherwise) {
        String text = spec.findString(field);
        return text == null ? otherwise : GoDurations.parse(text);
    }
}
