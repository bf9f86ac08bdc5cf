package dev.drydock.flux.source;

/** What a client says about a host that cannot be reached. */
final class Network {

    private Network() {}

    /** The error of looking up a host whose name nobody resolves. */
    static String unreachable(String host) {
        return "dial tcp: lookup " + host + " on 10.96.0.10:53: no such host";
    }
}
