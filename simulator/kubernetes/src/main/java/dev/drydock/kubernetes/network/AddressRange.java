package dev.drydock.kubernetes.network;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;

/**
 * The addresses of a CIDR.
 *
 * @param network one of them
 * @param length how many bits each has
 * @param bits how many leading bits all of them share
 */
record AddressRange(BigInteger network, int length, int bits) {

    /** The range that a text spells, which was validated before. */
    static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] bytes = InetAddresses.forString(cidr.substring(0, slash)).getAddress();
        return new AddressRange(
                new BigInteger(1, bytes), bytes.length * Byte.SIZE, Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(String address) {
        byte[] bytes = InetAddresses.forString(address).getAddress();
        int rest = length - bits;
        return bytes.length * Byte.SIZE == length
                && new BigInteger(1, bytes).shiftRight(rest).equals(network.shiftRight(rest));
    }
}
