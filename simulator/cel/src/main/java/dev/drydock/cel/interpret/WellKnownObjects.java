package dev.drydock.cel.interpret;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.WellKnownTypes;
import dev.drydock.cel.value.DurationValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.NodeValues;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.TimestampValue;
import dev.drydock.cel.value.Value;
import dev.drydock.cel.value.ValueNodes;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the messages of {@code google.protobuf} that are values of the language, and leaves others to another. */
record WellKnownObjects(ObjectFactory others) implements ObjectFactory {

    private static final BigInteger SAFE = BigInteger.valueOf((1L << 53) - 1);
    private static final long NANOS = 1_000_000_000;

    @Override
    public boolean knows(String type) {
        return WellKnownTypes.type(type) != null || others.knows(type);
    }

    @Override
    public Value create(String type, Map<String, Value> fields) {
        CelType known = WellKnownTypes.type(type);
        if (known == null) {
            return others.create(type, fields);
        }
        try {
            return switch (known.kind()) {
                case WRAPPER ->
                    fields.getOrDefault("value", zero(known.parameters().get(0)));
                case DURATION ->
                    new DurationValue(Math.addExact(
                            Math.multiplyExact(number(fields, "seconds"), NANOS), number(fields, "nanos")));
                case TIMESTAMP ->
                    new TimestampValue(Instant.ofEpochSecond(number(fields, "seconds"), number(fields, "nanos"))
                            .atOffset(ZoneOffset.UTC));
                case LIST -> json(fields.getOrDefault("values", ListValue.of(List.of())));
                case MAP -> json(fields.getOrDefault("fields", MapValue.of(Map.of())));
                default ->
                    fields.isEmpty() || fields.containsKey("null_value")
                            ? Scalar.Null.NULL
                            : json(fields.values().iterator().next());
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Failure(String.valueOf(e.getMessage()));
        }
    }

    private static Value zero(CelType type) {
        return switch (type.kind()) {
            case BOOL -> Scalar.of(false);
            case BYTES -> new Scalar.Bytes("");
            case DOUBLE -> new Scalar.Real(0);
            case INT -> Scalar.of(0L);
            case UINT -> new Scalar.Uint(0);
            default -> Scalar.of("");
        };
    }

    private static long number(Map<String, Value> fields, String name) {
        return fields.get(name) instanceof Scalar.Int number ? number.value() : 0;
    }

    /** A value after its way through JSON, which knows no numbers but doubles. */
    private static Value json(Value value) {
        return read(ValueNodes.of(value));
    }

    private static Value read(Node node) {
        if (node instanceof MapNode map) {
            Map<Value, Value> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(Scalar.of(key), read(item)));
            return MapValue.of(entries);
        }
        if (node instanceof ListNode list) {
            List<Value> items = new ArrayList<>();
            list.forEach(item -> items.add(read(item)));
            return ListValue.of(items);
        }
        if (node instanceof ScalarNode scalar && scalar.isNumber()) {
            BigDecimal number = new BigDecimal(String.valueOf(scalar.value()));
            boolean exact = !(scalar.value() instanceof Long || scalar.value() instanceof BigInteger)
                    || number.toBigInteger().abs().compareTo(SAFE) <= 0;
            return exact
                    ? new Scalar.Real(number.doubleValue())
                    : Scalar.of(number.toBigInteger().toString());
        }
        return NodeValues.of(node);
    }
}
