package dev.drydock.cel.kubernetes;

import java.util.Arrays;
import java.util.List;

/**
 * An IPv4 or IPv6 address (Go, net/netip).
 *
 * @param bytes four or sixteen, each from 0 to 255
 * @param zone the zone of an IPv6 address, or empty
 */
record NetworkAddress(List<Integer> bytes, String zone) {

    static NetworkAddress of(int[] bytes, String zone) {
        return new NetworkAddress(Arrays.stream(bytes).boxed().toList(), zone);
    }

    boolean isV4() {
        return bytes.size() == 4;
    }

    /** Whether this is an IPv4 address written as an IPv6 one. */
    boolean isMapped() {
        return !isV4() && allZero(0, 10) && bytes.get(10) == 0xff && bytes.get(11) == 0xff;
    }

    boolean isUnspecified() {
        return allZero(0, bytes.size()) && zone.isEmpty();
    }

    boolean isLoopback() {
        return isV4() ? bytes.get(0) == 127 : allZero(0, 15) && bytes.get(15) == 1;
    }

    boolean isMulticast() {
        return isV4() ? (bytes.get(0) & 0xf0) == 0xe0 : bytes.get(0) == 0xff;
    }

    boolean isLinkLocalMulticast() {
        return isV4()
                ? bytes.get(0) == 224 && bytes.get(1) == 0 && bytes.get(2) == 0
                : bytes.get(0) == 0xff && (bytes.get(1) & 0x0f) == 2;
    }

    boolean isLinkLocalUnicast() {
        return isV4()
                ? bytes.get(0) == 169 && bytes.get(1) == 254
                : bytes.get(0) == 0xfe && (bytes.get(1) & 0xc0) == 0x80;
    }

    boolean isGlobalUnicast() {
        boolean broadcast = isV4() && bytes.stream().allMatch(b -> b == 255);
        return !broadcast && !isUnspecified() && !isLoopback() && !isMulticast() && !isLinkLocalUnicast();
    }

    private boolean allZero(int from, int to) {
        return bytes.subList(from, to).stream().allMatch(b -> b == 0);
    }

    /** Whether the first bits are the same, in addresses of the same family. */
    boolean sharesPrefix(NetworkAddress other, int bits) {
        if (bytes.size() != other.bytes.size()) {
            return false;
        }
        return masked(bits).equals(other.masked(bits));
    }

    NetworkAddress masked(int bits) {
        int[] kept = new int[bytes.size()];
        for (int i = 0; i < kept.length; i++) {
            int left = Math.max(0, Math.min(8, bits - 8 * i));
            kept[i] = bytes.get(i) & 0xff << (8 - left) & 0xff;
        }
        return of(kept, "");
    }

    /** The canonical spelling. */
    @Override
    public String toString() {
        if (isV4()) {
            return dotted(0);
        }
        if (isMapped()) {
            return "::ffff:" + dotted(12) + zoned();
        }
        int[] run = longestZeroRun();
        StringBuilder out = new StringBuilder();
        for (int group = 0; group < 8; group++) {
            if (group == run[0]) {
                out.append("::");
                group = run[1];
                if (group >= 8) {
                    break;
                }
            } else if (group > 0) {
                out.append(':');
            }
            out.append(Integer.toHexString(group(group)));
        }
        return out + zoned();
    }

    private String zoned() {
        return zone.isEmpty() ? "" : "%" + zone;
    }

    private String dotted(int from) {
        return bytes.get(from) + "." + bytes.get(from + 1) + "." + bytes.get(from + 2) + "." + bytes.get(from + 3);
    }

    private int group(int index) {
        return bytes.get(2 * index) << 8 | bytes.get(2 * index + 1);
    }

    /** Where the first of the longest runs of two zero groups or more begins and ends; beyond the end without one. */
    private int[] longestZeroRun() {
        int[] best = {255, 255};
        int length = 1;
        for (int start = 0; start < 8; start++) {
            int end = start;
            while (end < 8 && group(end) == 0) {
                end++;
            }
            if (end - start > length) {
                best = new int[] {start, end};
                length = end - start;
            }
        }
        return best;
    }
}
