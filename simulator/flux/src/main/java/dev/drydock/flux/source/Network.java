package dev.drydock.flux.source;

import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a client says about a host that cannot be reached. */
public final class Network {

    private static final Duration ROUND_TRIP = Duration.ofMillis(5);

    private static final Pattern ADDRESS = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+|\\[[0-9a-fA-F:.%]*\\]");

    private Network() {}

    /**
     * The error of looking up a host whose name nobody resolves.
     *
     * @param host the host, or host and port
     * @throws NotModelledException when it is an address, which is not looked up
     */
    public static String unreachable(String host) {
        String name = host.replaceFirst(":[0-9]*$", "");
        if (ADDRESS.matcher(name).matches()) {
            throw new NotModelledException("what answers at the address " + host);
        }
        return "dial tcp: lookup " + name + " on 10.96.0.10:53: no such host";
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
