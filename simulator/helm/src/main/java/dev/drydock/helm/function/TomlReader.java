package dev.drydock.helm.function;

import dev.drydock.helm.template.LimitException;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads TOML (BurntSushi/toml): tables, arrays of tables, dotted keys, inline tables and every kind of value. */
final class TomlReader {

    private static final int DEEPEST = 100;

    private final String text;
    private final GoMap root = GoMap.create();
    private final Set<String> defined = new HashSet<>();
    private GoMap table = root;
    private String prefix = "";
    private String lastKey = "";
    private int at;
    private int depth;

    private TomlReader(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    static GoMap read(String text) {
        TomlReader reader = new TomlReader(text);
        reader.document();
        reader.freeze(reader.root);
        return reader.root;
    }

    private GoException error(String message) {
        int line = 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new GoException(
                "toml: line " + line + (lastKey.isEmpty() ? "" : " (last key \"" + lastKey + "\")") + ": " + message);
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private boolean accept(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private void skipSpace() {
        while (true) {
            skipBlanks();
            if (peek() == '#') {
                while (peek() != '\n' && peek() >= 0) {
                    at++;
                }
            } else if (peek() == '\n') {
                at++;
            } else {
                return;
            }
        }
    }

    private void document() {
        skipSpace();
        while (peek() >= 0) {
            if (accept("[[")) {
                List<String> key = key();
                expect("]]");
                table = appendTable(key);
            } else if (accept("[")) {
                List<String> key = key();
                expect("]");
                table = openTable(key);
            } else {
                assignment(table, prefix);
            }
            lineEnd();
            skipSpace();
        }
    }

    private void expect(String word) {
        skipBlanks();
        if (!accept(word)) {
            throw error("expected '.' or ']' to end table name, but got " + shown() + " instead");
        }
    }

    private String shown() {
        return peek() < 0 ? "EOF" : "'" + Character.toString(text.codePointAt(at)) + "'";
    }

    private void lineEnd() {
        skipBlanks();
        if (peek() >= 0 && peek() != '\n' && peek() != '#') {
            throw error("expected a top-level item to end with a newline, comment, or EOF, but got " + shown()
                    + " instead");
        }
    }

    private GoMap openTable(List<String> key) {
        GoMap parent = below(root, key.subList(0, key.size() - 1));
        String last = key.get(key.size() - 1);
        prefix = String.join(".", key);
        lastKey = prefix;
        if (!defined.add("[" + prefix)) {
            throw error("Key '" + prefix + "' has already been defined.");
        }
        return child(parent, last);
    }

    private GoMap appendTable(List<String> key) {
        GoMap parent = below(root, key.subList(0, key.size() - 1));
        String last = key.get(key.size() - 1);
        prefix = String.join(".", key);
        lastKey = prefix;
        Object old = parent.get(last);
        if (old != null && !(old instanceof Tables)) {
            throw error("Key '" + prefix + "' was already created and cannot be used as an array.");
        }
        Tables tables = old instanceof Tables known ? known : new Tables();
        parent.put(last, tables);
        GoMap added = GoMap.create();
        tables.maps.add(added);
        String path = prefix;
        defined.removeIf(name -> name.startsWith(path + ".") || name.startsWith("[" + path + "."));
        return added;
    }

    /** An array of tables that is still being filled. */
    private static final class Tables {
        private final List<GoMap> maps = new ArrayList<>();
    }

    private GoMap below(GoMap start, List<String> key) {
        GoMap map = start;
        for (String part : key) {
            map = child(map, part);
        }
        return map;
    }

    private GoMap child(GoMap parent, String name) {
        Object old = parent.get(name);
        if (old instanceof Tables tables) {
            return tables.maps.get(tables.maps.size() - 1);
        }
        if (old instanceof GoMap map) {
            return map;
        }
        if (old != null) {
            throw error("Key '" + lastKey + "' has already been defined.");
        }
        GoMap map = GoMap.create();
        parent.put(name, map);
        return map;
    }

    private void assignment(GoMap target, String place) {
        List<String> key = key();
        skipBlanks();
        if (peek() < 0) {
            throw error("unexpected EOF; expected key separator '='");
        }
        if (!accept("=")) {
            throw error("expected '.' or '=', but got " + shown() + " instead");
        }
        lastKey = (place.isEmpty() ? "" : place + ".") + String.join(".", key);
        String path = lastKey;
        skipBlanks();
        Object value = value();
        GoMap parent = below(target, key.subList(0, key.size() - 1));
        String last = key.get(key.size() - 1);
        if (parent.has(last)) {
            lastKey = path;
            throw error("Key '" + path + "' has already been defined.");
        }
        parent.put(last, value);
        lastKey = path;
    }

    private List<String> key() {
        List<String> parts = new ArrayList<>();
        do {
            skipBlanks();
            if (peek() == '"' || peek() == '\'') {
                parts.add(string());
            } else {
                int start = at;
                while (peek() >= 0 && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-')) {
                    at++;
                }
                if (at == start) {
                    throw error(peek() == '=' ? "unexpected '=': key name appears blank" : "unexpected " + shown());
                }
                parts.add(text.substring(start, at));
            }
            skipBlanks();
        } while (accept("."));
        return parts;
    }

    private @Nullable Object value() {
        if (++depth > DEEPEST) {
            throw new LimitException("TOML that nests more than " + DEEPEST + " levels deep");
        }
        Object value = any();
        depth--;
        return value;
    }

    private @Nullable Object any() {
        int c = peek();
        if (c < 0) {
            throw error("unexpected EOF; expected value");
        }
        if (c == '"' || c == '\'') {
            return string();
        }
        if (accept("[")) {
            return array();
        }
        if (accept("{")) {
            return inlineTable();
        }
        int start = at;
        while (peek() >= 0 && ("+-._:".indexOf(peek()) >= 0 || Character.isLetterOrDigit(peek()))) {
            at++;
        }
        // a date may be followed by a blank and the time of day
        if (text.substring(start, at).matches("\\d{4}-\\d\\d-\\d\\d")
                && text.startsWith(" ", at)
                && at + 2 < text.length()
                && Character.isDigit(text.charAt(at + 1))) {
            at++;
            while (peek() >= 0 && (Character.isLetterOrDigit(peek()) || ":.+-".indexOf(peek()) >= 0)) {
                at++;
            }
        }
        String word = text.substring(start, at);
        Object scalar = scalar(word);
        if (scalar == null) {
            at = start;
            throw error("expected value but found " + (word.isEmpty() ? shown() : GoQuote.quote(word)) + " instead");
        }
        return scalar;
    }

    private static @Nullable Object scalar(String word) {
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        if (word.matches("[+-]?(inf|nan)")) {
            return word.endsWith("nan")
                    ? Double.NaN
                    : word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        String plain = word.replace("_", "");
        if (plain.matches("[+-]?(0|[1-9][0-9]*)")) {
            java.math.BigInteger number = new java.math.BigInteger(plain.replace("+", ""));
            return number.bitLength() < 64 ? GoInt.int64(number.longValue()) : null;
        }
        if (plain.matches("0x[0-9A-Fa-f]{1,15}")) {
            return GoInt.int64(Long.parseLong(plain.substring(2), 16));
        }
        if (plain.matches("0o[0-7]{1,20}")) {
            return GoInt.int64(Long.parseLong(plain.substring(2), 8));
        }
        if (plain.matches("0b[01]{1,62}")) {
            return GoInt.int64(Long.parseLong(plain.substring(2), 2));
        }
        if (plain.matches("[+-]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return Double.valueOf(plain);
        }
        return GoTime.toml(word);
    }

    private GoList array() {
        List<@Nullable Object> items = new ArrayList<>();
        skipSpace();
        while (!accept("]")) {
            items.add(value());
            skipSpace();
            if (!accept(",") && peek() != ']') {
                throw error("expected a comma (',') or array terminator (']'), but got "
                        + (peek() < 0 ? "end of file" : shown()));
            }
            skipSpace();
        }
        boolean tables = !items.isEmpty() && items.stream().allMatch(item -> item instanceof GoMap);
        return tables ? GoList.ofType("[]map[string]interface {}", items) : GoList.of(items);
    }

    private GoMap inlineTable() {
        GoMap map = GoMap.create();
        skipSpace();
        while (!accept("}")) {
            assignment(map, lastKey);
            skipSpace();
            if (!accept(",") && peek() != '}') {
                throw error("expected a comma or an inline table terminator '}', but got "
                        + (peek() < 0 ? "end of file" : shown()) + " instead");
            }
            skipSpace();
        }
        return map;
    }

    private String string() {
        if (accept("\"\"\"")) {
            return basic("\"\"\"", true);
        }
        if (accept("'''")) {
            return literal("'''");
        }
        return accept("\"") ? basic("\"", false) : literalLine();
    }

    private String literalLine() {
        at++;
        int end = text.indexOf('\'', at);
        int line = text.indexOf('\n', at);
        if (end < 0 || (line >= 0 && line < end)) {
            at = text.length();
            throw error("unexpected EOF; expected \"'\"");
        }
        String value = text.substring(at, end);
        at = end + 1;
        return value;
    }

    private String literal(String end) {
        accept("\n");
        int close = text.indexOf(end, at);
        if (close < 0) {
            at = text.length();
            throw error("unexpected EOF; expected \"'''\"");
        }
        String value = text.substring(at, close);
        at = close + 3;
        return value;
    }

    private String basic(String end, boolean lines) {
        StringBuilder out = new StringBuilder();
        if (lines) {
            accept("\n");
        }
        while (!accept(end)) {
            int c = peek();
            if (c < 0) {
                throw error("unexpected EOF; expected '" + end + "'");
            }
            if (c == '\n' && !lines) {
                throw error("strings cannot contain newlines");
            }
            at++;
            if (c != '\\') {
                out.append((char) c);
            } else if (lines && (peek() == '\n' || peek() == ' ')) {
                while (peek() == '\n' || peek() == ' ' || peek() == '\t') {
                    at++;
                }
            } else {
                escape(out);
            }
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        int c = peek();
        at++;
        switch (c) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case 'e' -> out.append('\u001b');
            case '"', '\\' -> out.append((char) c);
            case 'u', 'U', 'x' -> {
                int length = c == 'u' ? 4 : c == 'x' ? 2 : 8;
                String digits = text.substring(at, Math.min(text.length(), at + length));
                if (!digits.matches("[0-9A-Fa-f]{" + length + "}") || Long.parseLong(digits, 16) > 0x10ffff) {
                    throw error("invalid escape in string '\\" + (char) c + "'");
                }
                out.appendCodePoint(Integer.parseInt(digits, 16));
                at += length;
            }
            default -> throw error("invalid escape in string '\\" + (char) c + "'");
        }
    }

    private void freeze(GoMap map) {
        for (String key : List.copyOf(map.entries().keySet())) {
            Object value = map.get(key);
            if (value instanceof Tables tables) {
                tables.maps.forEach(this::freeze);
                map.put(key, GoList.ofType("[]map[string]interface {}", tables.maps));
            } else if (value instanceof GoMap child) {
                freeze(child);
            }
        }
    }
}
