package dev.drydock.kubernetes.decode;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Go structs in the text form that hashes are made of (k8s.io/utils/dump, ForHash: spew's {@code %#v} with sorted keys).
 *
 * <p>The structs are those of the API's versions, as the controllers read them: absent and empty lists and maps are nil.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoDump {

    private static final String NIL = "<nil>";
    private static final Map<String, String> NAMES = Map.of("PodSpec.serviceAccount", "DeprecatedServiceAccount");

    private final StringBuilder out = new StringBuilder();

    private GoDump() {}

    /** A struct, such as {@code core.v1.PodTemplateSpec}, that has the fields of a JSON object. */
    public static String of(String struct, Node value) {
        GoDump dump = new GoDump();
        dump.value(new GoType(GoType.Form.STRUCT, null, struct), value, true);
        return dump.out.toString();
    }

    private void value(GoType type, @Nullable Node given, boolean typed) {
        Node value = given == null ? ScalarNode.NULL : given;
        if (type.form() == GoType.Form.POINTER) {
            pointer(type, value);
            return;
        }
        if (typed) {
            out.append('(').append(typeName(type)).append(')');
        }
        switch (type.form()) {
            case STRUCT -> struct(type.name(), value);
            case LIST -> list(type.inner(), value);
            case MAP -> map(type.inner(), value);
            case QUANTITY -> out.append(QuantityDump.of(text(value)));
            case INT_OR_STRING -> intOrString(value);
            case TIME -> out.append("{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}");
            case BOOL -> out.append(value.findText().equals("true") || value.isTrue());
            case INT32, INT64, UINT8 -> out.append(value.isNull() ? "0" : text(value));
            default -> out.append(value.isNull() ? "" : text(value));
        }
    }

    private static String text(Node value) {
        return value instanceof ScalarNode scalar
                ? scalar.isString() ? scalar.stringValue() : String.valueOf(scalar.value())
                : "";
    }

    private void pointer(GoType type, Node value) {
        out.append('(').append(typeName(type)).append(')');
        if (value.isNull()) {
            out.append(NIL);
        } else {
            value(type.inner(), value, false);
        }
    }

    private void struct(String name, Node value) {
        out.append('{');
        String separator = "";
        for (GoField field : GoStructs.get(name).fields()) {
            out.append(separator);
            separator = " ";
            if (field.isEmbedded()) {
                String embedded = field.type().name();
                out.append(embedded.substring(embedded.lastIndexOf('.') + 1)).append(':');
                value(field.type(), value, true);
            } else {
                out.append(fieldName(name, field.name())).append(':');
                value(field.type(), value instanceof MapNode map ? map.get(field.name()) : null, true);
            }
        }
        out.append('}');
    }

    private static String fieldName(String struct, String name) {
        if (name.equals("metadata")) {
            return "ObjectMeta";
        }
        String own = NAMES.get(struct.substring(struct.lastIndexOf('.') + 1) + "." + name);
        return own == null ? InternalForm.goName(struct, name) : own;
    }

    private void list(GoType element, Node value) {
        if (!(value instanceof ListNode list) || list.isEmpty()) {
            out.append(NIL);
            return;
        }
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : " ");
            value(element, list.get(i), false);
        }
        out.append(']');
    }

    private void map(GoType element, Node value) {
        if (!(value instanceof MapNode map) || map.isEmpty()) {
            out.append(NIL);
            return;
        }
        out.append("map[");
        String[] separator = {""};
        map.keys().stream().sorted().forEach(key -> {
            out.append(separator[0]).append(key).append(':');
            separator[0] = " ";
            value(element, map.get(key), false);
        });
        out.append(']');
    }

    private void intOrString(Node value) {
        boolean isText = value instanceof ScalarNode scalar && scalar.isString();
        out.append("{Type:(intstr.Type)")
                .append(isText ? "1" : "0")
                .append(" IntVal:(int32)")
                .append(isText || value.isNull() ? "0" : text(value))
                .append(" StrVal:(string)")
                .append(isText ? text(value) : "")
                .append('}');
    }

    private static String typeName(GoType type) {
        if (!type.name().isEmpty()) {
            return type.print();
        }
        return switch (type.form()) {
            case POINTER -> "*" + typeName(type.inner());
            case LIST -> "[]" + typeName(type.inner());
            case MAP -> "map[string]" + typeName(type.inner());
            case TIME -> "v1.Time";
            case INT_OR_STRING -> "intstr.IntOrString";
            default -> type.print();
        };
    }
}
