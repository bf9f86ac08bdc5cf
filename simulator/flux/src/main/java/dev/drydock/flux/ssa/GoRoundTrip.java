package dev.drydock.flux.ssa;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.GoTimes;
import dev.drydock.yaml.InvalidDurationException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From JSON to a Go struct and back (apimachinery, runtime/converter.go), without the struct in between. */
final class GoRoundTrip {

    /** A value does not fit the type of its field. */
    static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mismatch(String message) {
            super(message, null, false, false);
        }
    }

    private static final Set<String> STRUCTS = Set.of("quantity", "intorstr", "time", "microtime", "duration");

    private final Map<String, List<GoTypes.Field>> structs;

    GoRoundTrip(Map<String, List<GoTypes.Field>> structs) {
        this.structs = structs;
    }

    MapNode struct(@Nullable Node value, String type) {
        MapNode.Builder result = MapNode.builder();
        addFields(value == null ? MapNode.EMPTY : map(value), type, result);
        return result.build();
    }

    private void addFields(MapNode source, String type, MapNode.Builder result) {
        List<GoTypes.Field> fields = structs.get(type);
        if (fields == null) {
            throw new IllegalStateException("no type " + type);
        }
        for (GoTypes.Field field : fields) {
            if (field.name().isEmpty()) {
                addFields(source, field.type(), result);
                continue;
            }
            Node converted = convert(source.get(field.name()), field.type());
            boolean struct = structs.containsKey(field.type());
            boolean left = (field.omitEmpty() && !struct && isEmpty(converted, field.type()))
                    || (field.omitZero() && (converted == null || converted.equals(MapNode.EMPTY)));
            if (!left) {
                result.put(field.name(), converted == null ? ScalarNode.NULL : converted);
            }
        }
    }

    /** The value after the round trip, null where Go holds nil. */
    private @Nullable Node convert(@Nullable Node given, String type) {
        Node value = given == null || given.isNull() ? null : given;
        if (type.startsWith("*")) {
            return value == null ? null : convert(value, type.substring(1));
        }
        if (type.startsWith("[]")) {
            return value == null ? null : list(value, type.substring(2));
        }
        if (type.startsWith("{}")) {
            return value == null ? null : entries(value, type.substring(2));
        }
        return switch (type) {
            case "s" -> value == null ? ScalarNode.of("") : string(value);
            case "b" -> value == null ? ScalarNode.FALSE : bool(value);
            case "i32" -> ScalarNode.of(value == null ? 0L : (long) (int) integer(value));
            case "i64" -> ScalarNode.of(value == null ? 0L : integer(value));
            case "f" -> ScalarNode.of(value == null ? 0.0 : number(value));
            case "bytes" -> value == null ? null : bytes(value);
            case "quantity" -> value == null ? ScalarNode.of("0") : quantity(value);
            case "intorstr" -> value == null ? ScalarNode.of(0L) : intOrString(value);
            case "time" -> value == null ? null : ScalarNode.of(GoTimes.seconds(time(value)));
            case "microtime" -> value == null ? null : ScalarNode.of(GoTimes.micros(time(value)));
            case "duration" -> value == null ? ScalarNode.of("0s") : duration(value);
            case "raw", "any" -> value;
            default -> struct(value, type);
        };
    }

    private ListNode list(Node value, String type) {
        if (!(value instanceof ListNode list)) {
            throw new Mismatch("cannot restore slice");
        }
        List<Node> items = new ArrayList<>();
        for (Node item : list) {
            Node converted = convert(item, type);
            items.add(converted == null ? ScalarNode.NULL : converted);
        }
        return ListNode.of(items);
    }

    private MapNode entries(Node value, String type) {
        MapNode.Builder result = MapNode.builder();
        map(value).forEach((key, entry) -> {
            Node converted = convert(entry, type);
            result.put(key, converted == null ? ScalarNode.NULL : converted);
        });
        return result.build();
    }

    /** Go's omitempty: structs are never empty, and a time is a struct also when it prints as null. */
    private static boolean isEmpty(@Nullable Node value, String type) {
        if (STRUCTS.contains(type)) {
            return false;
        }
        if (value == null) {
            return true;
        }
        if (type.startsWith("*")) {
            return false;
        }
        return switch (type) {
            case "s", "bytes" -> value.equals(ScalarNode.of(""));
            case "b" -> value.equals(ScalarNode.FALSE);
            case "i32", "i64" -> value.equals(ScalarNode.of(0L));
            case "f" -> value.equals(ScalarNode.of(0.0));
            default ->
                (value instanceof MapNode map && map.isEmpty()) || (value instanceof ListNode list && list.isEmpty());
        };
    }

    private static MapNode map(Node value) {
        if (value instanceof MapNode map) {
            return map;
        }
        throw new Mismatch("cannot restore struct");
    }

    private static ScalarNode string(Node value) {
        if (value instanceof ScalarNode scalar && scalar.isString()) {
            return ScalarNode.of(scalar.stringValue());
        }
        throw new Mismatch("cannot convert to string");
    }

    private static OffsetDateTime time(Node value) {
        OffsetDateTime time = GoTimes.parse(string(value).stringValue());
        if (time == null) {
            throw new Mismatch("cannot parse time");
        }
        return time;
    }

    private static ScalarNode duration(Node value) {
        try {
            return ScalarNode.of(
                    GoDurations.format(GoDurations.parse(string(value).stringValue())));
        } catch (InvalidDurationException e) {
            throw new Mismatch(String.valueOf(e.getMessage()));
        }
    }

    private static ScalarNode bool(Node value) {
        if (value instanceof ScalarNode scalar && scalar.value() instanceof Boolean) {
            return scalar;
        }
        throw new Mismatch("cannot convert to bool");
    }

    private static long integer(Node value) {
        Object number = value instanceof ScalarNode scalar ? scalar.value() : null;
        if (number instanceof Long whole) {
            return whole;
        }
        if (number instanceof Double real && real == Math.rint(real)) {
            return real.longValue();
        }
        throw new Mismatch("cannot convert to an integer");
    }

    private static double number(Node value) {
        if (value instanceof ScalarNode scalar && scalar.value() instanceof Number number) {
            return number.doubleValue();
        }
        throw new Mismatch("cannot convert to a number");
    }

    private static ScalarNode bytes(Node value) {
        String text = string(value).stringValue().replace("\n", "").replace("\r", "");
        try {
            if (text.length() % 4 != 0) {
                throw new Mismatch("illegal base64 data");
            }
            return ScalarNode.of(
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            throw new Mismatch("illegal base64 data");
        }
    }

    private static ScalarNode quantity(Node value) {
        return ScalarNode.of(Quantity.of(value)
                .orElseThrow(() -> new Mismatch("no quantity"))
                .toString());
    }

    private static Node intOrString(Node value) {
        if (value instanceof ScalarNode scalar && scalar.isString()) {
            return ScalarNode.of(scalar.stringValue());
        }
        return ScalarNode.of((long) (int) integer(value));
    }
}
