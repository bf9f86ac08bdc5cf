package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.GoNumbers;
import dev.drydock.yaml.GoTimes;
import dev.drydock.yaml.InvalidDurationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apiguardian.api.API;

/** Conversions between types (cel-go, ConvertToType of each type). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Conversion {

    private Conversion() {}

    /** The type of a value, as a value. */
    public static Value typeOf(Value value) {
        return value instanceof Failure ? value : new TypeValue(value.type());
    }

    /** {@code bool(value)}. */
    public static Value toBool(Value value) {
        if (value instanceof Scalar.Text text) {
            Boolean bool = GoParse.bool(text.value());
            if (bool != null) {
                return Scalar.of(bool);
            }
        }
        return value instanceof Scalar.Bool ? value : failed(value, CelType.BOOL);
    }

    /** {@code bytes(value)}. */
    public static Value toBytes(Value value) {
        if (value instanceof Scalar.Text text) {
            byte[] utf8 = text.value().getBytes(StandardCharsets.UTF_8);
            return new Scalar.Bytes(new String(utf8, StandardCharsets.ISO_8859_1));
        }
        return value instanceof Scalar.Bytes ? value : failed(value, CelType.BYTES);
    }

    /** {@code double(value)}. */
    public static Value toDouble(Value value) {
        if (value instanceof Scalar.Int number) {
            return new Scalar.Real((double) number.value());
        }
        if (value instanceof Scalar.Uint number) {
            return new Scalar.Real(Numbers.unsignedToDouble(number.value()));
        }
        if (value instanceof Scalar.Text text) {
            Double number = GoFloat.parse(text.value());
            if (number != null) {
                return new Scalar.Real(number);
            }
        }
        return value instanceof Scalar.Real ? value : failed(value, CelType.DOUBLE);
    }

    /** {@code duration(value)}. */
    public static Value toDuration(Value value) {
        if (value instanceof Scalar.Text text) {
            try {
                return new DurationValue(GoDurations.parse(text.value()).toNanos());
            } catch (InvalidDurationException e) {
                return failed(value, CelType.DURATION);
            }
        }
        return value instanceof DurationValue ? value : failed(value, CelType.DURATION);
    }

    /** {@code int(value)}. */
    public static Value toInt(Value value) {
        if (value instanceof Scalar.Uint number) {
            return number.value() < 0 ? Arithmetic.INT_OVERFLOW : Scalar.of(number.value());
        }
        if (value instanceof Scalar.Real number) {
            Long whole = Numbers.toInt(number.value());
            return whole == null ? Arithmetic.INT_OVERFLOW : Scalar.of(whole.longValue());
        }
        if (value instanceof TimestampValue time) {
            return Scalar.of(time.time().toEpochSecond());
        }
        if (value instanceof DurationValue span) {
            return Scalar.of(span.nanos());
        }
        if (value instanceof Scalar.Text text) {
            Long number = GoParse.integer(text.value());
            if (number != null) {
                return Scalar.of(number.longValue());
            }
        }
        return value instanceof Scalar.Int ? value : failed(value, CelType.INT);
    }

    /** {@code uint(value)}. */
    public static Value toUint(Value value) {
        if (value instanceof Scalar.Int number) {
            return number.value() < 0 ? Arithmetic.UINT_OVERFLOW : new Scalar.Uint(number.value());
        }
        if (value instanceof Scalar.Real number) {
            Long whole = Numbers.toUint(number.value());
            return whole == null ? Arithmetic.UINT_OVERFLOW : new Scalar.Uint(whole);
        }
        if (value instanceof Scalar.Text text) {
            Long number = GoParse.unsigned(text.value());
            if (number != null) {
                return new Scalar.Uint(number);
            }
        }
        return value instanceof Scalar.Uint ? value : failed(value, CelType.UINT);
    }

    /** {@code string(value)}. */
    public static Value toText(Value value) {
        if (value instanceof Scalar.Bool bool) {
            return Scalar.of(String.valueOf(bool.value()));
        }
        if (value instanceof Scalar.Int number) {
            return Scalar.of(Long.toString(number.value()));
        }
        if (value instanceof Scalar.Uint number) {
            return Scalar.of(Long.toUnsignedString(number.value()));
        }
        if (value instanceof Scalar.Real number) {
            return Scalar.of(general(number.value()));
        }
        if (value instanceof TimestampValue time) {
            return Scalar.of(GoTimes.format(time.time()));
        }
        if (value instanceof DurationValue span) {
            return Scalar.of(span.text());
        }
        if (value instanceof Scalar.Bytes bytes) {
            return decoded(bytes);
        }
        if (value instanceof Scalar.Null) {
            return Scalar.of("null");
        }
        if (value instanceof TypeValue type) {
            return Scalar.of(type.name());
        }
        return value instanceof Scalar.Text ? value : failed(value, CelType.STRING);
    }

    static String general(double value) {
        return Double.isNaN(value)
                ? "NaN"
                : Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : GoNumbers.general(value);
    }

    private static Value decoded(Scalar.Bytes bytes) {
        byte[] raw = bytes.latin1().getBytes(StandardCharsets.ISO_8859_1);
        try {
            return Scalar.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Failure("invalid UTF-8 in bytes, cannot convert to string");
        }
    }

    /** {@code timestamp(value)}. */
    public static Value toTimestamp(Value value) {
        if (value instanceof Scalar.Int number) {
            return Arithmetic.inRange(number.value())
                    ? new TimestampValue(
                            OffsetDateTime.ofInstant(Instant.ofEpochSecond(number.value()), ZoneOffset.UTC))
                    : Arithmetic.TIMESTAMP_OVERFLOW;
        }
        if (value instanceof Scalar.Text text) {
            OffsetDateTime time = GoTimes.parse(text.value());
            if (time != null) {
                return Arithmetic.inRange(time.toEpochSecond())
                        ? new TimestampValue(time)
                        : Arithmetic.TIMESTAMP_OVERFLOW;
            }
        }
        return value instanceof TimestampValue ? value : failed(value, CelType.TIMESTAMP);
    }

    private static Failure failed(Value value, CelType to) {
        return value instanceof Failure failure ? failure : Failure.conversion(value.type(), to);
    }
}
