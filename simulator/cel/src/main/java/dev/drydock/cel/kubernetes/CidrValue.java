package dev.drydock.cel.kubernetes;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Sized;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.GoQuote;

/** A network as a value. */
record CidrValue(NetworkPrefix prefix) implements CustomValue, Sized {

    static final CelType TYPE = CelType.opaque("net.CIDR");
    private static final String WORDS = "network address parse error during conversion from string: ";

    static CidrValue parse(String text) {
        NetworkPrefix prefix;
        try {
            prefix = NetworkAddresses.prefix(text);
        } catch (IllegalArgumentException e) {
            // the words stand twice in the real message too
            throw new IllegalArgumentException(WORDS + WORDS + e.getMessage());
        }
        if (prefix.address().isMapped()) {
            throw new IllegalArgumentException(
                    WORDS + "IPv4-mapped IPv6 address " + GoQuote.quote(text) + " is not allowed");
        }
        return new CidrValue(prefix);
    }

    @Override
    public Value equal(Value other) {
        return other instanceof CidrValue cidr ? Scalar.of(prefix.equals(cidr.prefix)) : Failure.noSuchOverload(other);
    }

    @Override
    public CelType type() {
        return TYPE;
    }

    @Override
    public long size() {
        return (prefix.bits() + 7L) / 8;
    }

    @Override
    public String toString() {
        return prefix.toString();
    }
}
