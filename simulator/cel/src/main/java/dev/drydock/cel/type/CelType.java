package dev.drydock.cel.type;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A type (cel-go, common/types/types.go).
 *
 * @param name how messages print it without its parameters; the name of an object type or of a type parameter
 * @param parameters of a list its element, of a map key and value, of an opaque type what it holds, of {@code type} the
 *     type it stands for or nothing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CelType(Kind kind, String name, List<CelType> parameters) {

    /** What a type is made of. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public enum Kind {
        DYN,
        ANY,
        ERROR,
        NULL,
        BOOL,
        INT,
        UINT,
        DOUBLE,
        STRING,
        BYTES,
        DURATION,
        TIMESTAMP,
        LIST,
        MAP,
        OBJECT,
        OPAQUE,
        TYPE,
        TYPE_PARAMETER,
        /** A scalar that may be null; the parameter is the scalar. */
        WRAPPER
    }

    public static final CelType DYN = of(Kind.DYN, "dyn");
    public static final CelType ANY = of(Kind.ANY, "any");
    public static final CelType ERROR = of(Kind.ERROR, "*error*");
    public static final CelType NULL = of(Kind.NULL, "null");
    public static final CelType BOOL = of(Kind.BOOL, "bool");
    public static final CelType INT = of(Kind.INT, "int");
    public static final CelType UINT = of(Kind.UINT, "uint");
    public static final CelType DOUBLE = of(Kind.DOUBLE, "double");
    public static final CelType STRING = of(Kind.STRING, "string");
    public static final CelType BYTES = of(Kind.BYTES, "bytes");
    public static final CelType DURATION = of(Kind.DURATION, "google.protobuf.Duration");
    public static final CelType TIMESTAMP = of(Kind.TIMESTAMP, "google.protobuf.Timestamp");
    public static final CelType TYPE = of(Kind.TYPE, "type");

    /** A list of an element type. */
    public static CelType list(CelType element) {
        return new CelType(Kind.LIST, "list", List.of(element));
    }

    /** A map. */
    public static CelType map(CelType key, CelType value) {
        return new CelType(Kind.MAP, "map", List.of(key, value));
    }

    /** {@code optional_type(…)}. */
    public static CelType optional(CelType value) {
        return opaque("optional_type", value);
    }

    /** A type known by its name alone, as {@code kubernetes.Quantity}. */
    public static CelType opaque(String name, CelType... parameters) {
        return new CelType(Kind.OPAQUE, name, List.of(parameters));
    }

    /** An object with fields, known by its name; its fields are told by whoever declares it. */
    public static CelType object(String name) {
        return of(Kind.OBJECT, name);
    }

    /** The type of a type. */
    public static CelType type(CelType of) {
        return new CelType(Kind.TYPE, "type", List.of(of));
    }

    /** A parameter of a declaration, as {@code A}. */
    public static CelType parameter(String name) {
        return of(Kind.TYPE_PARAMETER, name);
    }

    private static CelType of(Kind kind, String name) {
        return new CelType(kind, name, List.of());
    }

    /** The name that values of this type tell at run time, without parameters. */
    public String runtimeName() {
        return switch (kind) {
            case NULL -> "null_type";
            case ANY -> "google.protobuf.Any";
            case ERROR -> "error";
            case WRAPPER -> parameters.get(0).runtimeName();
            default -> name;
        };
    }

    /** The type as messages print it, as {@code map(string, list(int))}. */
    @Override
    public String toString() {
        if (parameters.isEmpty()) {
            return name;
        }
        if (kind == Kind.WRAPPER) {
            return "wrapper(" + parameters.get(0) + ")";
        }
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(parameters.get(i));
        }
        return text.append(')').toString();
    }
}
