package dev.drydock.cel.kubernetes;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Sized;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.GoQuote;

/** An address as a value. */
record IpValue(NetworkAddress address) implements CustomValue, Sized {

    static final CelType TYPE = CelType.opaque("net.IP");

    static IpValue parse(String text) {
        NetworkAddress address;
        try {
            address = NetworkAddresses.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("IP Address " + GoQuote.quote(text)
                    + " parse error during conversion from string: " + e.getMessage());
        }
        if (!address.zone().isEmpty()) {
            throw new IllegalArgumentException("IP address " + GoQuote.quote(text) + " with zone value is not allowed");
        }
        if (address.isMapped()) {
            throw new IllegalArgumentException("IPv4-mapped IPv6 address " + GoQuote.quote(text) + " is not allowed");
        }
        return new IpValue(address);
    }

    @Override
    public Value equal(Value other) {
        return other instanceof IpValue ip ? Scalar.of(address.equals(ip.address)) : Failure.noSuchOverload(other);
    }

    @Override
    public CelType type() {
        return TYPE;
    }

    @Override
    public long size() {
        return address.bytes().size();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
