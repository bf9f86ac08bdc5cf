package dev.drydock.helm.value;

import dev.drydock.yaml.GoNumbers;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Writes values as encoding/json does. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoJson {

    private final StringBuilder out = new StringBuilder();
    private final String indent;
    private final boolean html;
    private int depth;

    private GoJson(String indent, boolean html) {
        this.indent = indent;
        this.html = html;
    }

    /**
     * The JSON text of a value.
     *
     * @param indent indentation of one level, empty for one line
     * @param html whether the characters that HTML minds are escaped
     * @throws GoException for a value that JSON does not have
     */
    public static String write(@Nullable Object value, String indent, boolean html) {
        GoJson writer = new GoJson(indent, html);
        writer.value(value);
        return writer.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double number) {
            if (number.isNaN() || number.isInfinite()) {
                throw new GoException("json: unsupported value: " + GoFloats.format(number, 'g', -1));
            }
            out.append(GoNumbers.json(number));
        } else if (value instanceof GoMap map && map.isNil()) {
            out.append("null");
        } else if (value instanceof GoMap map) {
            open('{', map.size());
            boolean first = true;
            for (Map.Entry<String, @Nullable Object> entry : map.entries().entrySet()) {
                member(first, entry.getKey(), entry.getValue());
                first = false;
            }
            close('}', map.size());
        } else if (value instanceof GoList list) {
            list(list);
        } else if (value instanceof GoObject object) {
            object(object);
        } else if (value instanceof GoException) {
            out.append("{}");
        } else {
            out.append(value);
        }
    }

    private void list(GoList list) {
        if (list.isNil()) {
            out.append("null");
        } else if (list.isBytes()) {
            out.append('"')
                    .append(Base64.getEncoder().encodeToString(list.toBytes()))
                    .append('"');
        } else {
            open('[', list.size());
            for (int i = 0; i < list.size(); i++) {
                separate(i == 0);
                value(list.get(i));
            }
            close(']', list.size());
        }
    }

    private void object(GoObject object) {
        Object json = object.json();
        if (json != object && !(json instanceof GoMap)) {
            value(json);
            return;
        }
        List<GoObject.Field> fields = object.fields().stream()
                .filter(field -> Character.isUpperCase(field.name().charAt(0)))
                .toList();
        open('{', fields.size());
        for (int i = 0; i < fields.size(); i++) {
            member(i == 0, fields.get(i).name(), fields.get(i).value());
        }
        close('}', fields.size());
    }

    private void member(boolean first, String key, @Nullable Object value) {
        separate(first);
        text(key);
        out.append(indent.isEmpty() ? ":" : ": ");
        value(value);
    }

    private void open(char bracket, int size) {
        out.append(bracket);
        depth += size == 0 ? 0 : 1;
    }

    private void close(char bracket, int size) {
        if (size > 0) {
            depth--;
            newLine();
        }
        out.append(bracket);
    }

    private void separate(boolean first) {
        out.append(first ? "" : ",");
        newLine();
    }

    private void newLine() {
        if (!indent.isEmpty()) {
            out.append('\n').append(indent.repeat(depth));
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c >= 0xdc80 && c <= 0xdcff && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                        out.append("\\ufffd"); // a byte that is no character
                        continue;
                    }
                    boolean escaped =
                            c < ' ' || c == '\u2028' || c == '\u2029' || (html && (c == '<' || c == '>' || c == '&'));
                    if (escaped) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
