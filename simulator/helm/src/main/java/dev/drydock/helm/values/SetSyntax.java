package dev.drydock.helm.values;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.YamlException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The syntax of {@code --set} and its relatives, {@code a.b[0]=x,c={1,2}} (Helm's pkg/strvals). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SetSyntax {

    /** How values are read. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public enum Kind {
        /** Integers, truth values and null are what they look like. */
        TYPED,
        /** Everything is text. */
        STRING,
        /** Everything behind the first equals sign is the text, and nothing is escaped. */
        LITERAL,
        /** JSON. */
        JSON
    }

    private static final int MOST_ITEMS = 65536;
    private static final int DEEPEST = 30;
    private static final int END = -1;

    /** The end of the text, which ends the reading quietly wherever it comes up. */
    private static final class EndException extends RuntimeException {

        private static final long serialVersionUID = 1;

        EndException() {
            super(null, null, false, false);
        }
    }

    /** What was read, and the character behind it. */
    private record Word(String text, int stop) {}

    private final String text;
    private final Kind kind;
    private int at;

    private SetSyntax(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /**
     * Sets values in a map.
     *
     * @throws GoException with Helm's words; what was set before the mistake stays
     */
    public static void apply(String expression, GoMap values, Kind kind) {
        SetSyntax syntax = new SetSyntax(expression, kind);
        try {
            while (true) {
                syntax.key(values, 0);
            }
        } catch (EndException e) {
            // everything is read
        }
    }

    private int read() {
        if (at >= text.length()) {
            return END;
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private Word until(String stops) {
        StringBuilder word = new StringBuilder();
        while (true) {
            int c = read();
            if (c == END || stops.indexOf(c) >= 0) {
                return new Word(word.toString(), c);
            }
            if (c == '\\' && kind != Kind.LITERAL) {
                c = read();
                if (c == END) {
                    return new Word(word.toString(), END);
                }
            }
            word.appendCodePoint(c);
        }
    }

    private void key(GoMap data, int level) {
        Word word = until(kind == Kind.LITERAL ? "=[." : "=[,.");
        String key = word.text();
        switch (word.stop()) {
            case END -> {
                if (key.isEmpty()) {
                    throw new EndException();
                }
                throw noValue(key, "");
            }
            case '[' -> {
                int index = index();
                GoList old = data.has(key) ? list(data.get(key)) : GoList.of(List.of());
                List<@Nullable Object> list = new ArrayList<>(old.items());
                try {
                    item(list, index, level);
                } finally {
                    put(data, key, stored(old, list));
                }
            }
            case '=' -> assign(data, key);
            case ',' -> {
                put(data, key, "");
                throw noValue(key, " (cannot end with ,)");
            }
            default -> nested(data, key, level + 1);
        }
    }

    private static GoException noValue(String key, String hint) {
        return new GoException("key " + GoQuote.quote(key) + " has no value" + hint);
    }

    private void nested(GoMap data, String key, int level) {
        if (level > DEEPEST) {
            throw new GoException(
                    "value name nested level is greater than maximum supported nested level of " + DEEPEST);
        }
        GoMap inner = data.has(key) ? map(data.get(key)) : GoMap.create();
        try {
            key(inner, level);
            if (inner.size() == 0) {
                throw new GoException("key map " + GoQuote.quote(key) + " has no value");
            }
        } finally {
            if (inner.size() > 0) {
                put(data, key, inner);
            }
        }
    }

    private static GoMap map(@Nullable Object value) {
        if (value instanceof GoMap map) {
            return map;
        }
        throw conversion(value, GoMap.ANY);
    }

    private static GoList list(@Nullable Object value) {
        if (value instanceof GoList list) {
            return list;
        }
        throw conversion(value, GoList.ANY);
    }

    private static GoException conversion(@Nullable Object value, String type) {
        String found = value == null ? "nil" : GoTypes.type(value);
        return new GoException("unable to parse key: interface conversion: interface {} is " + found + ", not " + type);
    }

    private static void put(GoMap data, String key, @Nullable Object value) {
        if (!key.isEmpty()) {
            data.put(key, value);
        }
    }

    private void assign(GoMap data, String key) {
        boolean atEnd = at >= text.length() && kind != Kind.LITERAL && kind != Kind.JSON;
        put(data, key, value());
        if (atEnd) {
            throw new EndException();
        }
    }

    private @Nullable Object value() {
        return switch (kind) {
            case LITERAL -> {
                String rest = text.substring(at);
                at = text.length();
                yield rest;
            }
            case JSON -> json();
            default -> {
                if (at < text.length() && text.charAt(at) == '{') {
                    at++;
                    yield items();
                }
                yield typed(until(",").text());
            }
        };
    }

    private GoList items() {
        List<@Nullable Object> items = new ArrayList<>();
        while (true) {
            Word word = until(",}");
            if (word.stop() == END) {
                throw new GoException("list must terminate with '}'");
            }
            items.add(typed(word.text()));
            if (word.stop() == '}') {
                at += text.startsWith(",", at) ? 1 : 0;
                return GoList.of(items);
            }
        }
    }

    private @Nullable Object typed(String word) {
        if (kind == Kind.STRING) {
            return word;
        }
        switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> {
                return true;
            }
            case "false" -> {
                return false;
            }
            case "null" -> {
                return null;
            }
            case "0" -> {
                return GoInt.int64(0);
            }
            default -> {
                if (word.startsWith("0") || !word.matches("[+-]?[0-9]{1,30}")) {
                    return word;
                }
                BigInteger number = new BigInteger(word.startsWith("+") ? word.substring(1) : word);
                return number.bitLength() < 64 ? GoInt.int64(number.longValue()) : word;
            }
        }
    }

    private int index() {
        Word word = until("]");
        if (word.stop() == END) {
            throw new EndException();
        }
        if (!word.text().matches("[+-]?[0-9]+")) {
            throw new GoException(
                    "error parsing index: strconv.Atoi: parsing " + GoQuote.quote(word.text()) + ": invalid syntax");
        }
        BigInteger number =
                new BigInteger(word.text().startsWith("+") ? word.text().substring(1) : word.text());
        if (number.bitLength() > 63) {
            throw new GoException("error parsing index: strconv.Atoi: parsing " + GoQuote.quote(word.text())
                    + ": value out of range");
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number.longValue()));
    }

    private void item(List<@Nullable Object> list, int index, int level) {
        if (index < 0) {
            throw new GoException("negative " + index + " index not allowed");
        }
        Word word = until("[.=");
        if (!word.text().isEmpty()) {
            throw new GoException("unexpected data at end of array index: " + GoQuote.quote(word.text()));
        }
        switch (word.stop()) {
            case END -> throw new EndException();
            case '=' -> put(list, index, value());
            case '[' -> {
                int next = index();
                Object known = index < list.size() ? list.get(index) : null;
                GoList old = known == null ? GoList.of(List.of()) : list(known);
                List<@Nullable Object> below = new ArrayList<>(old.items());
                item(below, next, level);
                put(list, index, stored(old, below));
            }
            default -> {
                Object old = index < list.size() ? list.get(index) : null;
                GoMap inner = old instanceof GoMap map ? map : GoMap.create();
                if (index < list.size()) {
                    list.set(index, inner);
                }
                key(inner, level);
                put(list, index, inner);
            }
        }
    }

    /** A list that did not grow is changed in its place, for everyone who shares it. */
    private static GoList stored(GoList old, List<@Nullable Object> items) {
        if (old.size() != items.size() || items.isEmpty()) {
            return GoList.of(items);
        }
        old.replaceAll(items);
        return old;
    }

    private static void put(List<@Nullable Object> list, int index, @Nullable Object value) {
        if (index > MOST_ITEMS) {
            throw new GoException("index of " + index + " is greater than maximum supported index of " + MOST_ITEMS);
        }
        while (list.size() <= index) {
            list.add(null);
        }
        list.set(index, value);
    }

    // JSON

    private boolean isEmpty() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ',') {
                at++;
                return true;
            }
            if (!Character.isWhitespace(c)) {
                return false;
            }
            at++;
        }
        return true;
    }

    private @Nullable Object json() {
        if (isEmpty()) {
            return null;
        }
        int end = jsonEnd();
        String value = text.substring(at, end);
        try {
            Object read = GoTree.decode(JsonReader.read(value, ""));
            at = end;
            isEmpty();
            return read;
        } catch (YamlException e) {
            throw new GoException(
                    e.upstream().equals("unexpected end of JSON input") ? "unexpected EOF" : e.upstream());
        }
    }

    /** Where the JSON value ends that begins here. */
    private int jsonEnd() {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
                if (!quoted && depth == 0) {
                    return i + 1;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth <= 0) {
                    return i + 1;
                }
            } else if (depth == 0 && (c == ',' || Character.isWhitespace(c))) {
                return i;
            }
        }
        return text.length();
    }
}
