package dev.drydock.kubernetes.decode;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;

/**
 * Whether a tree converts into a Go struct, in the words of runtime.DefaultUnstructuredConverter, which applies and strategic
 * merge patches go through instead of JSON. It stops at the first value that does not fit, in the order of the struct.
 */
public final class StructConversion {

    private StructConversion() {}

    /**
     * Checks an object of a built-in kind; everything goes for other kinds.
     *
     * @throws DecodingException when a value does not convert
     */
    public static void check(MapNode object, GroupVersionKind kind) {
        String struct = GoStructs.nameOf(kind);
        if (struct != null) {
            fields(object, GoStructs.get(struct));
        }
    }

    private static void fields(MapNode map, GoStruct struct) {
        for (GoField field : struct.fields()) {
            GoType type = field.type();
            if (field.isEmbedded()) {
                fields(map, GoStructs.get((type.form() == GoType.Form.POINTER ? type.inner() : type).name()));
            } else {
                Node value = map.get(field.name());
                if (value != null) {
                    value(value, type);
                }
            }
        }
    }

    private static void value(Node value, GoType type) {
        if (value.isNull()) {
            return;
        }
        switch (type.form()) {
            case POINTER -> value(value, type.inner());
            case STRUCT -> {
                if (!(value instanceof MapNode map)) {
                    throw new DecodingException("cannot restore struct from: " + kind(value));
                }
                fields(map, GoStructs.get(type.name()));
            }
            case LIST -> {
                if (!(value instanceof ListNode list)) {
                    throw new DecodingException("cannot restore slice from " + kind(value));
                }
                list.forEach(item -> value(item, type.inner()));
            }
            case MAP -> {
                if (!(value instanceof MapNode map)) {
                    throw new DecodingException("cannot restore map from " + kind(value));
                }
                map.forEach((key, item) -> value(item, type.inner()));
            }
            case BYTES -> bytes(value);
            case STRING, BOOL, INT32, INT64, UINT8, FLOAT -> scalar(value, type);
            default -> byItself(value, type);
        }
    }

    private static void bytes(Node value) {
        if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
            if (!(value instanceof ListNode)) {
                throw new DecodingException("cannot restore slice from " + kind(value));
            }
            return;
        }
        try {
            Base64Text.canonical(scalar.stringValue());
        } catch (DecodingException e) {
            throw new DecodingException("error decoding from json: " + e.words());
        }
    }

    /** Go converts integers into strings, but the converter does not; what Go cannot convert has no such message. */
    private static void scalar(Node value, GoType type) {
        String from = kind(value);
        String to = goKind(type);
        boolean number = !to.equals("string") && !to.equals("bool");
        boolean integral =
                value instanceof ScalarNode scalar && scalar.value() instanceof Double real && real == Math.rint(real);
        boolean fits = from.equals(to)
                || (number && from.equals("int64"))
                || (number && from.equals("float64") && (to.equals("float64") || integral));
        if (!fits) {
            boolean convertible = (number && from.equals("float64")) || (to.equals("string") && from.equals("int64"));
            throw new DecodingException(
                    convertible ? "cannot convert " + from + " to " + type.print() : "unrecognized type: " + to);
        }
    }

    /** Types that read their own JSON. */
    private static void byItself(Node value, GoType type) {
        boolean string = value instanceof ScalarNode scalar && scalar.isString();
        String text = value instanceof ScalarNode scalar ? (string ? scalar.stringValue() : scalar.text()) : "{}";
        switch (type.form()) {
            case QUANTITY -> {
                if (Quantity.parse(text.strip()).isEmpty()) {
                    throw new DecodingException(QuantityErrors.of(text.strip()));
                }
            }
            case TIME, MICRO_TIME, DURATION -> {
                if (!string) {
                    throw new DecodingException(
                            "json: cannot unmarshal " + JsonKind.of(value) + " into Go value of type string");
                }
                if (type.form() == GoType.Form.TIME) {
                    MetaTimes.seconds(text);
                } else if (type.form() == GoType.Form.MICRO_TIME) {
                    MetaTimes.micros(text);
                }
            }
            case INT_OR_STRING -> {
                boolean integer = value instanceof ScalarNode scalar
                        && scalar.value() instanceof Long number
                        && number == number.intValue();
                if (!string && !integer) {
                    boolean isNumber = value instanceof ScalarNode scalar && scalar.isNumber();
                    throw new DecodingException("json: cannot unmarshal "
                            + (isNumber ? "number " + text : JsonKind.of(value))
                            + " into Go value of type int32");
                }
            }
            default -> {}
        }
    }

    private static String goKind(GoType type) {
        return switch (type.form()) {
            case STRING -> "string";
            case BOOL -> "bool";
            case INT32 -> "int32";
            case UINT8 -> "uint8";
            case FLOAT -> "float64";
            default -> "int64";
        };
    }

    /** The kind of the value's Go type. */
    private static String kind(Node value) {
        if (value instanceof MapNode) {
            return "map";
        }
        if (value instanceof ListNode) {
            return "slice";
        }
        Object scalar = ((ScalarNode) value).value();
        if (scalar instanceof Number) {
            return scalar instanceof Long ? "int64" : "float64";
        }
        return scalar instanceof String ? "string" : "bool";
    }
}
