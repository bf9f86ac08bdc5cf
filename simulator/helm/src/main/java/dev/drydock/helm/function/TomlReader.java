package dev.drydock.helm.function;

import dev.drydock.helm.template.LimitException;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads TOML (BurntSushi/toml): headers of tables, and keys with values of every kind. */
final class TomlReader {

    private static final int DEEPEST = 100;

    private final TomlText text;
    private final TomlStrings strings;
    private final TomlTables tables;
    private int depth;

    private TomlReader(TomlText text) {
        this.text = text;
        this.strings = new TomlStrings(text);
        this.tables = new TomlTables(text);
    }

    /**
     * The document that a text spells.
     *
     * @throws GoException with the line and the latest key
     */
    static GoMap read(String text) {
        TomlReader reader = new TomlReader(new TomlText(text));
        reader.document();
        return reader.tables.finished();
    }

    private void document() {
        GoMap table = tables.root();
        String path = "";
        text.skipSpace();
        while (text.peek() != TomlText.EOF) {
            if (text.accept("[[")) {
                List<String> key = header();
                if (!text.accept("]")) {
                    throw text.error(
                            "expected end of table array name delimiter ']', but got " + text.shown() + " instead");
                }
                table = tables.append(key);
                path = String.join(".", key);
            } else if (text.accept("[")) {
                List<String> key = header();
                table = tables.open(key);
                path = String.join(".", key);
            } else {
                assignment(table, path);
            }
            lineEnd();
            text.skipSpace();
        }
    }

    /** The name in a header, with the bracket that ends it. */
    private List<String> header() {
        List<String> parts = new ArrayList<>();
        do {
            text.skipBlanks();
            if (text.peek() == ']' || text.peek() == TomlText.EOF) {
                throw text.error("unexpected end of table name (table names cannot be empty)");
            }
            if (text.peek() == '.') {
                throw text.error("unexpected table separator (table names cannot be empty)");
            }
            parts.add(part());
            text.skipBlanks();
        } while (text.accept("."));
        if (!text.accept("]")) {
            String found = text.shown();
            text.read(); // a line end counts as read
            throw text.error("expected '.' or ']' to end table name, but got " + found + " instead");
        }
        return parts;
    }

    private void lineEnd() {
        text.skipBlanks();
        if (text.peek() != TomlText.EOF && text.peek() != '\n' && text.peek() != '#') {
            throw text.error("expected a top-level item to end with a newline, comment, or EOF, but got " + text.shown()
                    + " instead");
        }
    }

    private void assignment(GoMap table, String place) {
        List<String> key = key();
        String path = (place.isEmpty() ? "" : place + ".") + String.join(".", key);
        text.lastKey(path);
        text.skipBlanks();
        tables.set(table, key, path, value());
    }

    /** The parts of a key, with the sign that ends it. */
    private List<String> key() {
        text.skipBlanks();
        if (text.peek() == '.') {
            throw text.error("unexpected '.': keys cannot start with a '.'");
        }
        if (text.peek() == '=' || text.peek() == TomlText.EOF) {
            throw text.error("unexpected '=': key name appears blank");
        }
        List<String> parts = new ArrayList<>();
        do {
            text.skipBlanks();
            if (text.peek() == '=' || text.peek() == TomlText.EOF) {
                throw text.error("unexpected '='");
            }
            if (text.peek() == '.') {
                throw text.error("unexpected '.'");
            }
            parts.add(part());
            text.skipBlanks();
        } while (text.accept("."));
        if (text.peek() == TomlText.EOF) {
            throw text.error("unexpected EOF; expected key separator '='");
        }
        if (!text.accept("=")) {
            throw text.error("expected '.' or '=', but got " + text.shown() + " instead");
        }
        return parts;
    }

    /** One part of a name. A bare one may have no characters: what stands in their place is then told as no separator. */
    private String part() {
        return strings.isHere() ? strings.read() : text.readBareName();
    }

    private Object value() {
        if (++depth > DEEPEST) {
            throw new LimitException("TOML that nests more than " + DEEPEST + " levels deep");
        }
        Object value = any();
        depth--;
        return value;
    }

    private Object any() {
        if (text.peek() == TomlText.EOF) {
            throw text.error("unexpected EOF; expected value");
        }
        if (strings.isHere()) {
            return strings.read();
        }
        if (text.accept("[")) {
            return array();
        }
        return text.accept("{") ? inlineTable() : scalar();
    }

    private Object scalar() {
        String word = text.readWord("+-._:");
        if (TomlScalars.isDate(word) && isTimeOfDay(text.ahead(3))) {
            text.skip(1);
            word += " " + text.readWord("+-.:");
        }
        Object scalar = TomlScalars.of(word);
        if (scalar == null) {
            String found = word.isEmpty() ? text.shown() : GoQuote.quote(word);
            throw text.error("expected value but found " + found + " instead");
        }
        return scalar;
    }

    /** A blank may take the place of the T between a date and the time of day. */
    private static boolean isTimeOfDay(String start) {
        return start.length() == 3 && start.charAt(0) == ' ' && Character.isDigit(start.charAt(1));
    }

    private GoList array() {
        List<@Nullable Object> items = new ArrayList<>();
        text.skipSpace();
        while (!text.accept("]")) {
            items.add(value());
            text.skipSpace();
            if (!text.accept(",") && text.peek() != ']') {
                throw text.error("expected a comma (',') or array terminator (']'), but got " + shownOrEndOfFile());
            }
            text.skipSpace();
        }
        boolean allTables = !items.isEmpty() && items.stream().allMatch(item -> item instanceof GoMap);
        return allTables ? GoList.ofType(TomlTables.ARRAY_TYPE, items) : GoList.of(items);
    }

    private GoMap inlineTable() {
        GoMap table = GoMap.create();
        String place = text.lastKey();
        text.skipSpace();
        while (!text.accept("}")) {
            assignment(table, place);
            text.skipSpace();
            if (!text.accept(",") && text.peek() != '}') {
                throw text.error("expected a comma or an inline table terminator '}', but got " + shownOrEndOfFile()
                        + " instead");
            }
            text.skipSpace();
        }
        return table;
    }

    private String shownOrEndOfFile() {
        return text.peek() == TomlText.EOF ? "end of file" : text.shown();
    }
}
