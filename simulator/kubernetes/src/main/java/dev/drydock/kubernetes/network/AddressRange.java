package dev.drydock.kubernetes.network;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;

/**
 * The addresses of a CIDR.
 *
 * @param bits how many leading bits all of them share
 */
record AddressRange(byte[] network, int bits) {

    /** The range that a text spells, which was validated before. */
    static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        return new AddressRange(
                InetAddresses.forString(cidr.substring(0, slash)).getAddress(),
                Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(String address) {
        byte[] bytes = InetAddresses.forString(address).getAddress();
        int rest = bytes.length * 8 - bits;
        return bytes.length == network.length
                && new BigInteger(1, bytes).shiftRight(rest).equals(new BigInteger(1, network).shiftRight(rest));
    }
}
