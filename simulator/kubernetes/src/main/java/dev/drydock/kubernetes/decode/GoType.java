package dev.drydock.kubernetes.decode;

import org.jspecify.annotations.Nullable;

/**
 * The type of a field of a Go struct.
 *
 * @param form its form
 * @param element what a pointer points at, or what a list or map holds; null for other forms
 * @param name the declared name such as {@code core.v1.SecretType}, the struct's name for structs, else empty
 */
record GoType(Form form, @Nullable GoType element, String name) {

    /** The forms of types; those with encodings of their own stand by themselves. */
    enum Form {
        POINTER("*"),
        LIST("[]"),
        MAP("{}"),
        STRING("s"),
        BOOL("b"),
        INT32("i32"),
        INT64("i64"),
        UINT8("u8"),
        FLOAT("f"),
        BYTES("bytes"),
        QUANTITY("quantity"),
        INT_OR_STRING("intorstr"),
        TIME("time"),
        MICRO_TIME("microtime"),
        DURATION("duration"),
        ANY("any"),
        RAW("raw"),
        SCHEMA_OR_BOOL("schemaorbool"),
        SCHEMA_OR_LIST("schemaorarray"),
        SCHEMA_OR_STRINGS("schemaorstrings"),
        STRUCT("");

        private final String spelling;

        Form(String spelling) {
            this.spelling = spelling;
        }
    }

    private static final Form[] FORMS = Form.values();

    /**
     * The type that the table spells; a declared name stands before its type and an equals sign. Another name of a struct is
     * only an alias.
     */
    static GoType parse(String text) {
        for (Form form : new Form[] {Form.POINTER, Form.LIST, Form.MAP}) {
            if (text.startsWith(form.spelling)) {
                return new GoType(form, parse(text.substring(form.spelling.length())), "");
            }
        }
        int equals = text.indexOf('=');
        if (equals >= 0) {
            GoType declared = parse(text.substring(equals + 1));
            if (declared.form == Form.STRUCT) {
                return declared;
            }
            return new GoType(declared.form, declared.element, text.substring(0, equals));
        }
        for (Form form : FORMS) {
            if (form.spelling.equals(text)) {
                return new GoType(form, null, "");
            }
        }
        return new GoType(Form.STRUCT, null, text);
    }

    /** What the values of a list or map are, or what a pointer points at. */
    GoType inner() {
        if (element == null) {
            throw new IllegalStateException("no element: " + this);
        }
        return element;
    }

    /** As Go's reflection prints it. */
    String print() {
        if (!name.isEmpty()) {
            return shortName(name);
        }
        return switch (form) {
            case POINTER -> "*" + inner().print();
            case LIST -> "[]" + inner().print();
            case MAP -> "map[string]" + inner().print();
            case STRING, TIME, MICRO_TIME, DURATION -> "string";
            case BOOL -> "bool";
            case INT32, INT_OR_STRING -> "int32";
            case INT64 -> "int64";
            case UINT8 -> "uint8";
            case FLOAT -> "float64";
            case BYTES -> "[]uint8";
            case QUANTITY -> "resource.Quantity";
            case ANY, RAW, SCHEMA_OR_BOOL, SCHEMA_OR_LIST, SCHEMA_OR_STRINGS, STRUCT -> "interface {}";
        };
    }

    private static String shortName(String name) {
        int last = name.lastIndexOf('.');
        int before = name.lastIndexOf('.', last - 1);
        String scope = name.substring(before + 1, last);
        return (scope.equals("meta") ? "v1" : scope) + name.substring(last);
    }
}
