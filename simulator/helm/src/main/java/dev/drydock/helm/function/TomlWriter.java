package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFloats;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes TOML as BurntSushi/toml does (encode.go): plain keys first, then tables; nil is left out. */
final class TomlWriter {

    /** An error that the encoder returns, other than what it panics with. */
    static final class EncodeException extends GoException {

        private static final long serialVersionUID = 1;

        EncodeException(String message) {
            super(message);
        }
    }

    private final StringBuilder out = new StringBuilder();

    static String write(@Nullable Object value) {
        if (value == null) {
            throw new GoException("reflect: call of reflect.Value.Type on zero Value");
        }
        TomlWriter writer = new TomlWriter();
        writer.encode(List.of(), value);
        return writer.out.toString();
    }

    private void encode(List<String> key, Object value) {
        if (value instanceof GoMap map) {
            table(key, map);
        } else if (value instanceof GoList list && isTables(list)) {
            tables(key, list);
        } else {
            keyValue(key, value, false);
        }
    }

    private void keyValue(List<String> key, Object value, boolean inline) {
        if (key.isEmpty()) {
            element(value);
            return;
        }
        out.append(inline ? "" : indent(key))
                .append(quoted(key.get(key.size() - 1)))
                .append(" = ");
        element(value);
        if (!inline) {
            newLine();
        }
    }

    private void element(@Nullable Object value) {
        if (value instanceof String text) {
            out.append(quote(text));
        } else if (value instanceof Double number) {
            out.append(floating(number));
        } else if (value instanceof GoList list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i > 0 ? ", " : "");
                element(list.get(i));
            }
            out.append(']');
        } else if (value instanceof GoMap map) {
            out.append('{');
            entries(List.of(), map, true);
            out.append('}');
        } else if (value instanceof Boolean || value instanceof GoInt) {
            out.append(value);
        } else if (value instanceof GoObject object) {
            out.append(quote(String.valueOf(object.text())));
        } else {
            throw new GoException("reflect: call of reflect.Value.Interface on zero Value");
        }
    }

    private static String floating(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        String text = GoFloats.format(number, 'g', -1);
        return text.contains("e") || text.contains(".") ? text : text + ".0";
    }

    private void table(List<String> key, GoMap map) {
        if (key.size() == 1) {
            newLine();
        }
        if (!key.isEmpty()) {
            out.append(indent(key)).append('[').append(path(key)).append(']');
            newLine();
        }
        entries(key, map, false);
    }

    private void tables(List<String> key, GoList list) {
        if (key.isEmpty()) {
            throw new EncodeException("toml: top-level values must be Go maps or structs");
        }
        for (Object item : list.items()) {
            if (item instanceof GoMap map) {
                newLine();
                out.append(indent(key)).append("[[").append(path(key)).append("]]");
                newLine();
                entries(key, map, false);
            }
        }
    }

    private void entries(List<String> key, GoMap map, boolean inline) {
        List<String> plain = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : map.entries().entrySet()) {
            Object value = entry.getValue();
            boolean table = value instanceof GoMap || (value instanceof GoList list && isTables(list));
            (table ? tables : plain).add(entry.getKey());
        }
        write(key, map, plain, inline, !tables.isEmpty());
        write(key, map, tables, inline, false);
    }

    private void write(List<String> key, GoMap map, List<String> names, boolean inline, boolean more) {
        for (int i = 0; i < names.size(); i++) {
            Object value = map.get(names.get(i));
            if (value == null || (value instanceof GoList list && list.isNil())) {
                continue;
            }
            List<String> below = new ArrayList<>(inline ? List.of() : key);
            below.add(names.get(i));
            if (inline) {
                keyValue(below, value, true);
                out.append(more || i < names.size() - 1 ? ", " : "");
            } else {
                encode(below, value);
            }
        }
    }

    private static boolean isTables(GoList list) {
        if (list.size() == 0) {
            return false;
        }
        boolean all = true;
        for (Object item : list.items()) {
            if (item == null) {
                throw new EncodeException("toml: cannot encode array with nil element");
            }
            all &= item instanceof GoMap;
        }
        return all;
    }

    private void newLine() {
        if (out.length() > 0) {
            out.append('\n');
        }
    }

    private static String indent(List<String> key) {
        return "  ".repeat(Math.max(0, key.size() - 1));
    }

    private static String path(List<String> key) {
        return key.stream().map(TomlWriter::quoted).collect(Collectors.joining("."));
    }

    private static String quoted(String key) {
        return key.matches("[A-Za-z0-9_-]+") ? key : quote(key);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\t' -> quoted.append("\\t");
                case '\n' -> quoted.append("\\n");
                case '\f' -> quoted.append("\\f");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
