package dev.drydock.kubernetes.decode;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON tree into a Go struct and writes it back in the same walk: unknown fields vanish, empty fields are left out
 * where the struct says so, quantities and times get their canonical form.
 *
 * <p>As sigs.k8s.io/json does, it goes on after a value of a wrong type and tells of the first one at the end.
 */
final class TypedDecoder {

    /** What strict decoding complains about, and where that stands in the text. */
    record Problem(String text, Location location) {}

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> stack = new ArrayList<>(); // names of fields, as type errors print them
    private final StringBuilder path = new StringBuilder(); // with indices, as unknown fields are named
    private String struct = "";
    private @Nullable String firstError;
    private final boolean wraps;

    /** A decoder of JSON. */
    TypedDecoder() {
        this(false);
    }

    /** A decoder; with {@code wraps}, integers that are too large lose their upper bits, as those set by reflection do. */
    TypedDecoder(boolean wraps) {
        this.wraps = wraps;
    }

    /** A decoder of what stands at a path. */
    TypedDecoder(String at) {
        this(false);
        path.append(at);
    }

    /**
     * The object of a struct.
     *
     * @throws DecodingException when a value does not fit
     */
    MapNode decode(MapNode object, String structName) {
        MapNode decoded = struct(object, GoStructs.get(structName));
        if (firstError != null) {
            throw new DecodingException(firstError);
        }
        return decoded;
    }

    /** What strict decoding complains about, in the order of the walk. */
    List<Problem> problems() {
        return problems;
    }

    private MapNode struct(MapNode source, GoStruct type) {
        String outerStruct = struct;
        struct = type.name();
        Node[] values = new Node[type.fields().size()];
        boolean[] seen = new boolean[values.length];
        source.forEach((key, value) -> read(key, value, source, type, values, seen));
        MapNode.Builder result = MapNode.builder(source.location());
        for (int i = 0; i < values.length; i++) {
            GoField field = type.fields().get(i);
            if (field.isEmbedded()) {
                embed(values[i], field, result);
            } else {
                emit(field, seen[i] ? values[i] : zero(field.type()), result);
            }
        }
        struct = outerStruct;
        return result.build();
    }

    /** Embedded structs are gathered as maps of their own first, so that their fields come out in the struct's order. */
    private void embed(@Nullable Node gathered, GoField field, MapNode.Builder result) {
        GoType type = field.type().form() == GoType.Form.POINTER ? field.type().inner() : field.type();
        if (gathered == null && field.type().form() == GoType.Form.POINTER) {
            return;
        }
        MapNode values = gathered instanceof MapNode map ? map : MapNode.EMPTY;
        GoStruct inner = GoStructs.get(type.name());
        for (GoField member : inner.fields()) {
            if (member.isEmbedded()) {
                embed(values, member, result);
                continue;
            }
            Node value = values.get(member.name());
            emit(member, value == null ? zero(member.type()) : value, result);
        }
    }

    private void read(String key, Node value, MapNode source, GoStruct type, Node[] values, boolean[] seen) {
        int own = type.indexOf(key);
        if (own >= 0) {
            values[own] = member(key, value, type.fields().get(own).type());
            seen[own] = true;
            return;
        }
        for (int i : type.embedded()) {
            int depth = stack.size();
            GoField field = embeddedField(type.fields().get(i), key);
            if (field != null) {
                Node read = member(key, value, field.type());
                MapNode gathered = values[i] instanceof MapNode map ? map : MapNode.EMPTY;
                values[i] = gathered.with(key, read == null ? ScalarNode.NULL : read);
            }
            stack.subList(depth, stack.size()).clear();
            if (field != null) {
                return;
            }
        }
        String at = path.length() == 0 ? key : path + "." + key;
        problems.add(new Problem("unknown field \"" + at + "\"", source.keyLocation(key)));
    }

    /** The field of an embedded struct, at any depth; type errors name the structs on the way, which go onto the stack. */
    private @Nullable GoField embeddedField(GoField embedding, String key) {
        GoType declared = embedding.type();
        String name = (declared.form() == GoType.Form.POINTER ? declared.inner() : declared).name();
        stack.add(name.substring(name.lastIndexOf('.') + 1));
        GoStruct struct = GoStructs.get(name);
        GoField field = struct.field(key);
        for (int i : struct.embedded()) {
            field = field == null ? embeddedField(struct.fields().get(i), key) : field;
        }
        if (field == null) {
            stack.remove(stack.size() - 1);
        }
        return field;
    }

    private @Nullable Node member(String key, Node value, GoType type) {
        int length = path.length();
        enter(key);
        Node read = value(value, type);
        stack.remove(stack.size() - 1);
        path.setLength(length);
        return read;
    }

    private void enter(String key) {
        stack.add(key);
        path.append(path.length() == 0 ? "" : ".").append(key);
    }

    private static void emit(GoField field, @Nullable Node value, MapNode.Builder result) {
        boolean isReset = field.name().equals("managedFields") && value != null; // an empty list resets the managers
        if ((field.omitEmpty() && !isReset && isEmpty(value, field.type())) || (field.omitZero() && isZero(value))) {
            return;
        }
        result.put(field.name(), value == null ? ScalarNode.NULL : value);
    }

    private static boolean isZero(@Nullable Node value) {
        return value == null || value.isNull() || value.equals(MapNode.EMPTY);
    }

    /** Go's omitempty: structs are never empty, and a time is a struct even when it prints as null. */
    private static boolean isEmpty(@Nullable Node value, GoType type) {
        return switch (type.form()) {
            case STRUCT, QUANTITY, INT_OR_STRING, TIME, MICRO_TIME, DURATION -> false;
            case POINTER -> value == null || value.isNull();
            case RAW, ANY, SCHEMA_OR_BOOL, SCHEMA_OR_LIST, SCHEMA_OR_STRINGS -> value == null;
            case STRING -> value instanceof ScalarNode scalar && "".equals(scalar.value());
            case BYTES -> value == null || (value instanceof ScalarNode scalar && "".equals(scalar.value()));
            case BOOL -> value instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value());
            case INT32, INT64, UINT8, FLOAT ->
                value instanceof ScalarNode scalar
                        && scalar.value() instanceof Number number
                        && number.doubleValue() == 0;
            case LIST -> value == null || (value instanceof ListNode list && list.isEmpty());
            case MAP -> value == null || (value instanceof MapNode map && map.isEmpty());
        };
    }

    /** What an absent or null value of a type is; null stands for Go's nil. */
    private @Nullable Node zero(GoType type) {
        return switch (type.form()) {
            case STRING -> ScalarNode.of("");
            case BOOL -> ScalarNode.FALSE;
            case INT32, INT64, UINT8, INT_OR_STRING -> ScalarNode.of(0L);
            case FLOAT -> ScalarNode.of(0L);
            case QUANTITY -> ScalarNode.of("0");
            case DURATION -> ScalarNode.of("0s");
            case STRUCT -> zeroStruct(type.name());
            case POINTER,
                    LIST,
                    MAP,
                    BYTES,
                    TIME,
                    MICRO_TIME,
                    ANY,
                    RAW,
                    SCHEMA_OR_BOOL,
                    SCHEMA_OR_LIST,
                    SCHEMA_OR_STRINGS -> null;
        };
    }

    private MapNode zeroStruct(String name) {
        return new TypedDecoder().struct(MapNode.EMPTY, GoStructs.get(name));
    }

    private @Nullable Node value(Node value, GoType type) {
        if (value.isNull()) {
            return type.form() == GoType.Form.ANY ? value : zero(type);
        }
        return switch (type.form()) {
            case POINTER -> value(value, type.inner());
            case LIST -> list(value, type);
            case MAP -> map(value, type);
            case STRUCT ->
                value instanceof MapNode map ? struct(map, GoStructs.get(type.name())) : mismatch(value, type);
            case STRING -> string(value, type);
            case BOOL ->
                value instanceof ScalarNode scalar && scalar.value() instanceof Boolean ? value : mismatch(value, type);
            case INT32 -> integer(value, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> integer(value, type, Long.MIN_VALUE, Long.MAX_VALUE);
            case UINT8 -> integer(value, type, 0, 255);
            case FLOAT -> value instanceof ScalarNode scalar && scalar.isNumber() ? value : mismatch(value, type);
            case INT_OR_STRING ->
                value instanceof ScalarNode scalar && scalar.isString()
                        ? value
                        : integer(value, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BYTES -> bytes(value, type);
            case QUANTITY -> quantity(value);
            case TIME, MICRO_TIME -> time(value, type);
            case DURATION -> string(value, type);
            case ANY, RAW -> value;
            case SCHEMA_OR_BOOL -> value instanceof MapNode map ? struct(map, schema()) : value;
            case SCHEMA_OR_LIST -> schemas(value);
            case SCHEMA_OR_STRINGS -> value instanceof MapNode map ? struct(map, schema()) : value;
        };
    }

    private static GoStruct schema() {
        return GoStructs.get("apiextensions.v1.JSONSchemaProps");
    }

    /** An empty list counts as no schema, and so does what is neither schema nor list (v1/marshal.go). */
    private @Nullable Node schemas(Node value) {
        if (value instanceof ListNode list && !list.isEmpty()) {
            return list.map(item -> item instanceof MapNode map ? struct(map, schema()) : item);
        }
        return value instanceof MapNode map ? struct(map, schema()) : null;
    }

    private @Nullable Node list(Node value, GoType type) {
        if (!(value instanceof ListNode list)) {
            return mismatch(value, type);
        }
        List<Node> items = new ArrayList<>(list.size());
        int length = path.length();
        for (int i = 0; i < list.size(); i++) {
            path.append('[').append(i).append(']');
            Node item = value(list.get(i), type.inner());
            items.add(item == null ? ScalarNode.NULL : item);
            path.setLength(length);
        }
        return ListNode.of(items, list.location());
    }

    private @Nullable Node map(Node value, GoType type) {
        if (!(value instanceof MapNode map)) {
            return mismatch(value, type);
        }
        MapNode.Builder entries = MapNode.builder(map.location());
        int length = path.length();
        map.forEach((key, entry) -> {
            path.append('.').append(key);
            Node read = value(entry, type.inner());
            entries.put(key, read == null ? ScalarNode.NULL : read);
            path.setLength(length);
        });
        return entries.build();
    }

    private @Nullable Node string(Node value, GoType type) {
        return value instanceof ScalarNode scalar && scalar.isString() ? value : mismatch(value, type);
    }

    private @Nullable Node integer(Node value, GoType type, long least, long most) {
        if (value instanceof ScalarNode scalar && scalar.isNumber()) {
            if (scalar.value() instanceof Long number && number >= least && number <= most) {
                return value;
            }
            if (wraps && type.form() == GoType.Form.INT32 && scalar.value() instanceof Long number) {
                return ScalarNode.of((long) number.intValue());
            }
            return mismatch("number " + scalar.text(), type);
        }
        return mismatch(value, type);
    }

    private @Nullable Node bytes(Node value, GoType type) {
        if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
            return mismatch(value, type);
        }
        try {
            return ScalarNode.of(Base64Text.canonical(scalar.stringValue()));
        } catch (DecodingException e) {
            return fail(e.words());
        }
    }

    private @Nullable Node quantity(Node value) {
        String text = value instanceof ScalarNode scalar
                ? (scalar.isString() ? scalar.stringValue().strip() : scalar.text())
                : "{}";
        return Quantity.parse(text)
                .map(q -> (Node) ScalarNode.of(q.toString()))
                .orElseGet(() -> fail(QuantityErrors.of(text)));
    }

    private @Nullable Node time(Node value, GoType type) {
        if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
            return mismatch(value, type);
        }
        try {
            String text = scalar.stringValue();
            return ScalarNode.of(type.form() == GoType.Form.TIME ? MetaTimes.seconds(text) : MetaTimes.micros(text));
        } catch (DecodingException e) {
            return fail(e.words());
        }
    }

    private @Nullable Node mismatch(Node value, GoType type) {
        return mismatch(JsonKind.of(value), type);
    }

    private @Nullable Node mismatch(String what, GoType type) {
        String where = struct.isEmpty() ? "value" : "struct field " + struct + "." + String.join(".", stack);
        return fail("json: cannot unmarshal " + what + " into Go " + where + " of type " + type.print());
    }

    private @Nullable Node fail(String error) {
        if (firstError == null) {
            firstError = error;
        }
        return null;
    }
}
