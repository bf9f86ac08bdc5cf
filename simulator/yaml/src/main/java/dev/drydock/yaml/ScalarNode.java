package dev.drydock.yaml;

import java.math.BigInteger;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A string, boolean, integer, floating-point number or null.
 *
 * <p>{@link #value()} is a {@code String}, {@code Boolean}, {@code Long}, {@code BigInteger} (only outside the range of a
 * {@code long}), {@code Double} or null. A scalar that was read keeps its source spelling and style.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ScalarNode implements Node {

    /** How a scalar was written in its source. */
    public enum Style {
        /** Without quotes; also scalars that were computed. */
        PLAIN,
        /** In single quotes. */
        SINGLE_QUOTED,
        /** In double quotes; also every JSON string. */
        DOUBLE_QUOTED,
        /** A block scalar that keeps line ends ({@code |}). */
        LITERAL,
        /** A block scalar that folds lines ({@code >}). */
        FOLDED
    }

    /** The null scalar. */
    public static final ScalarNode NULL = new ScalarNode(null, "null", Style.PLAIN, Location.NONE);

    /** The boolean true. */
    public static final ScalarNode TRUE = new ScalarNode(true, "true", Style.PLAIN, Location.NONE);

    /** The boolean false. */
    public static final ScalarNode FALSE = new ScalarNode(false, "false", Style.PLAIN, Location.NONE);

    private final @Nullable Object value;
    private final String text;
    private final Style style;
    private final Location location;

    private ScalarNode(@Nullable Object value, String text, Style style, Location location) {
        this.value = value;
        this.text = text;
        this.style = style;
        this.location = location;
    }

    /**
     * The scalar of a Java value.
     *
     * @throws IllegalArgumentException for a type that no scalar has
     */
    public static ScalarNode of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof Boolean b) {
            return b ? TRUE : FALSE;
        }
        Object kept = value;
        if (value instanceof Integer i) {
            kept = i.longValue();
        } else if (value instanceof BigInteger big && big.bitLength() < 64) {
            kept = big.longValue();
        } else if (!(value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigInteger)) {
            throw new IllegalArgumentException(
                    "no scalar holds a " + value.getClass().getName());
        }
        return new ScalarNode(kept, kept.toString(), Style.PLAIN, Location.NONE);
    }

    /**
     * A scalar as it was read.
     *
     * @param value the value that the reading mode gave it, of the types named above
     * @param text the content as spelled in the source, without quotes and indentation
     */
    public static ScalarNode read(@Nullable Object value, String text, Style style, Location location) {
        return new ScalarNode(value, text, style, location);
    }

    /** The value, null for the null scalar. */
    public @Nullable Object value() {
        return value;
    }

    /** Whether the value is a string. */
    public boolean isString() {
        return value instanceof String;
    }

    /** Whether the value is an integer or a floating-point number. */
    public boolean isNumber() {
        return value instanceof Number;
    }

    /**
     * The string.
     *
     * @throws IllegalStateException when the value is no string
     */
    public String stringValue() {
        if (value instanceof String string) {
            return string;
        }
        throw new IllegalStateException("not a string: " + this);
    }

    /** The source spelling of a scalar that was read ({@code 0777}), else the value as text. */
    public String text() {
        return text;
    }

    /** How it was written. */
    public Style style() {
        return style;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public ScalarNode at(Location place) {
        return new ScalarNode(value, text, style, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScalarNode scalar && Objects.equals(value, scalar.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    /** Compact JSON. */
    @Override
    public String toString() {
        return CompactJson.write(this);
    }
}
