package dev.drydock.helm.value;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The types of parameters. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum GoType {
    /** Anything. */
    ANY("interface {}", true),
    /** Anything, with what the engine knows of it (an interface that holds it, an absent value). */
    VALUE("reflect.Value", true),
    /** A text. */
    STRING("string", false),
    /** A text of a named type. */
    HASH_ALGORITHM("sprig.HashAlgorithm", false),
    /** A truth value. */
    BOOL("bool", false),
    /** An int. */
    INT("int", false),
    /** An unsigned int of 32 bits. */
    UINT32("uint32", false),
    /** A floating-point number. */
    FLOAT64("float64", false),
    /** A map of any values. */
    MAP("map[string]interface {}", true),
    /** A list of any values. */
    LIST("[]interface {}", true),
    /** A point in time. */
    TIME("time.Time", false),
    /** A version that another is compared with. */
    VERSION("*semver.Version", true),
    /** A certificate with its key. */
    CERTIFICATE("sprig.certificate", false);

    private final String text;
    private final boolean nilable;

    GoType(String text, boolean nilable) {
        this.text = text;
        this.nilable = nilable;
    }

    /** Go's name. */
    @Override
    public String toString() {
        return text;
    }

    /** Whether nil is a value of the type. */
    public boolean isNilable() {
        return nilable;
    }

    /** Whether a value can be assigned to a parameter of this type. */
    public boolean accepts(@Nullable Object value) {
        return switch (this) {
            case ANY, VALUE -> true;
            case STRING, HASH_ALGORITHM -> value instanceof String;
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof GoInt number && number.kind() == GoInt.Kind.INT;
            case UINT32 -> value instanceof GoInt number && number.kind() == GoInt.Kind.UINT32;
            case FLOAT64 -> value instanceof Double;
            case MAP -> value instanceof GoMap map && map.holdsAny();
            case LIST -> value instanceof GoList list && list.holdsAny();
            case TIME, VERSION, CERTIFICATE ->
                value instanceof GoObject object && object.type().equals(text);
        };
    }
}
