package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.GoQuote;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An IP address as Kubernetes reads it from a text (upstream {@code apimachinery/pkg/util/validation/ip.go}); old forms are read
 * and then complained about.
 *
 * @param bits 32 for IPv4, also when it was written as an IPv6 address, else 128
 * @param value the address as a number
 * @param hasLeadingZeros whether a part was written with leading zeros
 * @param isMapped whether an IPv4 address was written as an IPv6 one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record IpAddress(int bits, BigInteger value, boolean hasLeadingZeros, boolean isMapped) {

    private static final BigInteger MAPPED_PREFIX = BigInteger.valueOf(0xffff);
    private static final BigInteger LINK_LOCAL = BigInteger.valueOf(0xff02);
    private static final BigInteger LINK_BITS = BigInteger.valueOf(0xff0f);

    /** The address that a text spells, or empty. */
    public static Optional<IpAddress> parse(String text) {
        return text.contains(":") ? parse6(text) : parse4(text).map(number -> of4(number, text, false));
    }

    private static IpAddress of4(BigInteger number, String text, boolean mapped) {
        boolean zeros = false;
        for (String part : text.split("\\.", -1)) {
            zeros |= part.length() > 1 && part.startsWith("0");
        }
        return new IpAddress(32, number, zeros, mapped);
    }

    private static Optional<BigInteger> parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long number = 0;
        for (String part : parts) {
            if (!part.matches("[0-9]{1,9}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            number = number * 256 + Integer.parseInt(part);
        }
        return Optional.of(BigInteger.valueOf(number));
    }

    private static Optional<IpAddress> parse6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<List<Integer>> head = groups(gap < 0 ? text : text.substring(0, gap));
        Optional<List<Integer>> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int given = head.get().size() + tail.get().size();
        if (gap < 0 ? given != 8 : given > 7) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head.get());
        for (int i = given; i < 8; i++) {
            all.add(0);
        }
        all.addAll(tail.get());
        BigInteger number = BigInteger.ZERO;
        for (int group : all) {
            number = number.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        boolean mapped = number.shiftRight(32).equals(MAPPED_PREFIX);
        return Optional.of(
                mapped
                        ? new IpAddress(32, number.and(BigInteger.valueOf(0xffffffffL)), false, true)
                        : new IpAddress(128, number, false, false));
    }

    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].contains(".")) {
                Optional<BigInteger> last = parse4(parts[i]);
                if (last.isEmpty()) {
                    return Optional.empty();
                }
                groups.add(last.get().intValue() >>> 16);
                groups.add(last.get().intValue() & 0xffff);
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    /** Whether this address is in a range that begins at an address and has a prefix of some length. */
    public boolean isIn(IpAddress network, int prefix) {
        return bits == network.bits && value.shiftRight(bits - prefix).equals(network.value.shiftRight(bits - prefix));
    }

    /** The address as Go prints it: IPv6 in the form of RFC 5952, a mapped one as IPv4. */
    public String canonical() {
        if (bits == 32) {
            long number = value.longValue();
            return (number >> 24) + "." + ((number >> 16) & 255) + "." + ((number >> 8) & 255) + "." + (number & 255);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = value.shiftRight(112 - 16 * i).intValue() & 0xffff;
        }
        int gap = -1;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > gapLength) {
                gap = i;
                gapLength = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gap) {
                text.append("::");
                i += gapLength - 1;
                continue;
            }
            if (i > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /** What is wrong with a text as an address of a peer: it may not be one of a single machine or link. */
    public static FieldErrors validateNonSpecial(String field, String text) {
        FieldErrors errors = new FieldErrors();
        Optional<IpAddress> address = parse(text);
        if (address.isEmpty()) {
            return errors.add(FieldError.invalid(field, text, "must be a valid IP address"));
        }
        IpAddress ip = address.get();
        if (ip.value.signum() == 0) {
            errors.add(FieldError.invalid(field, text, "may not be unspecified (" + text + ")"));
        }
        if (ip.isIn("127.0.0.0", 8) || ip.isIn("::1", 128)) {
            errors.add(FieldError.invalid(field, text, "may not be in the loopback range (127.0.0.0/8, ::1/128)"));
        }
        if (ip.isIn("169.254.0.0", 16) || ip.isIn("fe80::", 10)) {
            errors.add(
                    FieldError.invalid(field, text, "may not be in the link-local range (169.254.0.0/16, fe80::/10)"));
        }
        if (ip.isIn("224.0.0.0", 24)
                || (ip.bits == 128 && ip.value.shiftRight(112).and(LINK_BITS).equals(LINK_LOCAL))) {
            errors.add(FieldError.invalid(
                    field, text, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"));
        }
        return errors;
    }

    private boolean isIn(String network, int prefix) {
        return isIn(parse(network).orElseThrow(), prefix);
    }

    /** What is wrong with a text as an address in a field that wants the canonical form. */
    public static FieldErrors validateStrictly(String field, String text) {
        return errors(field, text, wrongWithCanonical(text));
    }

    /** What is wrong with a text as an address in its canonical form. */
    public static List<String> wrongWithCanonical(String text) {
        List<String> wrong = wrongWith(text);
        String canonical = parse(text).map(IpAddress::canonical).orElse("");
        return wrong.isEmpty() && !canonical.equals(text)
                ? List.of("must be in canonical form (" + GoQuote.quote(canonical) + ")")
                : wrong;
    }

    /** What is wrong with a text as an address of a field that accepted old forms once. */
    public static FieldErrors validate(String field, String text) {
        return errors(field, text, wrongWith(text));
    }

    private static FieldErrors errors(String field, String text, List<String> wrong) {
        FieldErrors errors = new FieldErrors();
        wrong.forEach(detail -> errors.add(FieldError.invalid(field, text, detail)));
        return errors;
    }

    private static List<String> wrongWith(String text) {
        Optional<IpAddress> address = parse(text);
        if (address.isEmpty()) {
            return List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
        }
        List<String> wrong = new ArrayList<>();
        if (address.get().hasLeadingZeros()) {
            wrong.add("must not have leading 0s");
        }
        if (address.get().isMapped()) {
            wrong.add("must not be an IPv4-mapped IPv6 address");
        }
        return wrong;
    }
}
