package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.GoQuote;
import java.math.BigInteger;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A range of IP addresses in CIDR form.
 *
 * @param address the address before the slash
 * @param prefix length of the prefix
 * @param hasLeadingZeros whether the length was written with leading zeros
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record IpRange(IpAddress address, int prefix, boolean hasLeadingZeros) {

    /** The range that a text spells, or empty. */
    public static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String length = text.substring(slash + 1);
        Optional<IpAddress> address = IpAddress.parse(text.substring(0, slash));
        if (address.isEmpty() || !length.matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(length);
        int written = address.get().isMapped() ? 128 : address.get().bits();
        if (prefix > written) {
            return Optional.empty();
        }
        int own = address.get().isMapped() ? Math.max(0, prefix - 96) : prefix;
        return Optional.of(new IpRange(address.get(), own, length.length() > 1 && length.startsWith("0")));
    }

    /** Whether another range lies within this one and is smaller. */
    public boolean strictlyContains(IpRange other) {
        return other.prefix > prefix && other.address.isIn(address, prefix);
    }

    /** Whether the address has bits after the prefix. */
    public boolean hasBitsBeyondPrefix() {
        return !network().equals(address);
    }

    private IpAddress network() {
        int free = address.bits() - prefix;
        BigInteger first = address.value().shiftRight(free).shiftLeft(free);
        return first.equals(address.value()) ? address : new IpAddress(address.bits(), first, false, false);
    }

    /** The range as Go prints it, from its first address. */
    public String canonical() {
        return network().canonical() + "/" + prefix;
    }

    /** What is wrong with a text as a range in a field that wants the canonical form. */
    public static FieldErrors validateStrictly(String field, String text) {
        FieldErrors errors = validate(field, text);
        String canonical = parse(text).map(IpRange::canonical).orElse("");
        return errors.isEmpty() && !canonical.equals(text)
                ? errors.add(
                        FieldError.invalid(field, text, "must be in canonical form (" + GoQuote.quote(canonical) + ")"))
                : errors;
    }

    /** What is wrong with a text as a range of a field that accepted old forms once. */
    public static FieldErrors validate(String field, String text) {
        FieldErrors errors = new FieldErrors();
        Optional<IpRange> range = parse(text);
        if (range.isEmpty()) {
            return errors.add(
                    FieldError.invalid(field, text, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"));
        }
        if (range.get().hasLeadingZeros() || range.get().address().hasLeadingZeros()) {
            return errors.add(FieldError.invalid(field, text, "must not have leading 0s in IP or prefix length"));
        }
        if (range.get().address().isMapped()) {
            return errors.add(FieldError.invalid(field, text, "must not have an IPv4-mapped IPv6 address"));
        }
        return range.get().hasBitsBeyondPrefix()
                ? errors.add(FieldError.invalid(field, text, "must not have bits set beyond the prefix length"))
                : errors;
    }
}
