package dev.drydock.cel.library;

import dev.drydock.cel.type.CelType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that stand for types in every expression (cel-go, common/stdlib). */
final class StandardTypes {

    static final CelType A = CelType.parameter("A");
    static final CelType B = CelType.parameter("B");
    static final CelType LIST_OF_A = CelType.list(A);
    static final CelType MAP_OF_A_B = CelType.map(A, B);

    private StandardTypes() {}

    static Map<String, CelType> all() {
        Map<String, CelType> types = new LinkedHashMap<>();
        types.put("bool", CelType.BOOL);
        types.put("bytes", CelType.BYTES);
        types.put("double", CelType.DOUBLE);
        types.put("google.protobuf.Duration", CelType.DURATION);
        types.put("int", CelType.INT);
        types.put("list", LIST_OF_A);
        types.put("map", MAP_OF_A_B);
        types.put("null_type", CelType.NULL);
        types.put("string", CelType.STRING);
        types.put("google.protobuf.Timestamp", CelType.TIMESTAMP);
        types.put("type", CelType.TYPE);
        types.put("uint", CelType.UINT);
        return types;
    }
}
