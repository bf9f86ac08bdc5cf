package dev.drydock.flux.source;

import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import java.time.Duration;

/** What a client says about a host that cannot be reached. */
public final class Network {

    private static final Duration ROUND_TRIP = Duration.ofMillis(5);

    private Network() {}

    /**
     * The error of looking up a host whose name nobody resolves.
     *
     * @param host the host, or host and port
     */
    public static String unreachable(String host) {
        return "dial tcp: lookup " + host.replaceFirst(":[0-9]*$", "") + " on 10.96.0.10:53: no such host";
    }

    /** Whether a timeout ends before a server can answer, which takes milliseconds also when it is near. */
    static boolean isTooShort(String timeout) {
        try {
            return !timeout.isEmpty() && GoDurations.parse(timeout).compareTo(ROUND_TRIP) < 0;
        } catch (InvalidDurationException e) {
            return false;
        }
    }
}
