package dev.drydock.kubernetes.quantity;

import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource with the family of suffixes in which it is printed (upstream
 * {@code apimachinery/pkg/api/resource/quantity.go}).
 *
 * <p>Two quantities are equal when their amounts are: {@code 1}, {@code 1000m} and {@code 1e0} are. Amounts below a
 * billionth are rounded up to one.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Quantity implements Comparable<Quantity> {

    /** Nothing, without a preference for suffixes. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, QuantityFormat.DECIMAL_SI, null);

    private static final int NANO = 9;
    private static final int MILLI = 3;

    private final BigDecimal amount;
    private final QuantityFormat format;
    private final @Nullable String spelling; // as it was read, where the server keeps that

    private Quantity(BigDecimal amount, QuantityFormat format, @Nullable String spelling) {
        this.amount = amount;
        this.format = format;
        this.spelling = spelling;
    }

    /** A whole number. */
    public static Quantity of(long amount) {
        return new Quantity(BigDecimal.valueOf(amount), QuantityFormat.DECIMAL_SI, null);
    }

    /** The quantity that a text spells, or empty when it spells none. */
    public static Optional<Quantity> parse(String text) {
        return QuantityText.parse(text);
    }

    /** The quantity of a string or number of an object, or empty when it is none. */
    public static Optional<Quantity> of(@Nullable Node node) {
        return node instanceof ScalarNode scalar && (scalar.isString() || scalar.isNumber())
                ? parse(scalar.isString() ? scalar.stringValue().strip() : String.valueOf(scalar.value()))
                : Optional.empty();
    }

    static Quantity read(BigDecimal amount, QuantityFormat format, @Nullable String spelling) {
        BigDecimal rounded = amount.scale() > NANO ? amount.setScale(NANO, RoundingMode.UP) : amount;
        return new Quantity(rounded, format, spelling);
    }

    /** The amount. */
    public BigDecimal amount() {
        return amount;
    }

    /** The sum, printed as this one is; as the other when this is zero. */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount), isZero() ? other.format : format, null);
    }

    /** The difference, printed as this one is; as the other when this is zero. */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.amount), isZero() ? other.format : format, null);
    }

    /** The quantity without what is smaller than a thousandth, rounded away from zero; itself when there is no such part. */
    public Quantity inThousandths() {
        return amount.stripTrailingZeros().scale() > MILLI
                ? new Quantity(amount.setScale(MILLI, RoundingMode.UP), format, null)
                : this;
    }

    /** Whether the amount is zero. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }

    /** The greater of the two, this one when they are equal. */
    public Quantity max(Quantity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity quantity && amount.compareTo(quantity.amount) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(amount.stripTrailingZeros());
    }

    /** The form in which the server prints it: no fraction, and the greatest suffix that allows for that. */
    @Override
    public String toString() {
        return spelling != null ? spelling : format.print(amount);
    }
}
