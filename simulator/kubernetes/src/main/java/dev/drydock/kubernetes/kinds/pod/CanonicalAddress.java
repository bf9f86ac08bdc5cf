package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.IpAddress;
import java.math.BigInteger;
import java.util.Optional;

/** IPv6 addresses as RFC 5952 writes them. */
final class CanonicalAddress {

    private static final int GROUPS = 8;

    private CanonicalAddress() {}

    /** The canonical form of an IPv6 address; empty for other texts. */
    static String of(String text) {
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isEmpty() || address.get().bits() != 128) {
            return "";
        }
        int[] groups = new int[GROUPS];
        BigInteger value = address.get().value();
        for (int i = GROUPS - 1; i >= 0; i--) {
            groups[i] = value.and(BigInteger.valueOf(0xffff)).intValue();
            value = value.shiftRight(16);
        }
        return print(groups);
    }

    private static String print(int[] groups) {
        int gap = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int j = i;
            while (j < GROUPS && groups[j] == 0) {
                j++;
            }
            if (j - i > length) {
                gap = i;
                length = j - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(out.length() == 0 || out.charAt(out.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }
}
