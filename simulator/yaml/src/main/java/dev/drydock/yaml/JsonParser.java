package dev.drydock.yaml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Descends through one JSON text; its errors are those of encoding/json's scanner.go. */
final class JsonParser {

    private final String text;
    private final String file;
    private final boolean bigAsDouble;
    private final KeyPath path = new KeyPath();
    private final List<DuplicateKey> duplicates = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;
    private int nodes;
    private boolean merges;

    JsonParser(String text, String file) {
        this(text, file, false);
    }

    /** A parser that makes doubles of integers beyond 64 bits, as Go does without a type to decode into. */
    JsonParser(String text, String file, boolean bigAsDouble) {
        this.bigAsDouble = bigAsDouble;
        this.text = text;
        this.file = file;
        if (text.length() > Limits.CODE_POINTS) {
            throw fail(0, Limits.tooLong(text.length()), Limits.tooLong(text.length()));
        }
    }

    /** Makes this parser put objects of the same key together, as Go does when it decodes into a struct. */
    JsonParser merging() {
        merges = true;
        return this;
    }

    private static Node merged(@Nullable Node old, Node value) {
        if (!(old instanceof MapNode map) || !(value instanceof MapNode more)) {
            return value;
        }
        MapNode.Builder all = MapNode.builder(more.location()).putAll(map);
        for (String key : more.keys()) {
            Node added = more.get(key);
            if (added != null) {
                all.put(key, merged(map.get(key), added), more.keyLocation(key));
            }
        }
        return all.build();
    }

    List<DuplicateKey> duplicates() {
        return duplicates;
    }

    boolean atEnd() {
        nodes = 0;
        skipBlanks();
        return at == text.length();
    }

    void end() {
        if (!atEnd()) {
            throw unexpected("after top-level value");
        }
    }

    Node value() {
        skipBlanks();
        if (at == text.length()) {
            throw unexpected("");
        }
        if (++nodes > Limits.NODES) {
            throw fail(at, Limits.tooMany(), Limits.tooMany());
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> {
                Location place = here();
                String string = string();
                yield ScalarNode.read(string, string, ScalarNode.Style.DOUBLE_QUOTED, place);
            }
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> {
                if (c == '-' || isDigit(c)) {
                    yield number();
                }
                throw unexpected("looking for beginning of value");
            }
        };
    }

    private MapNode map() {
        Location place = here();
        enter();
        MapNode.Builder map = MapNode.builder(place);
        skipBlanks();
        if (next() == '}') {
            at++;
        } else {
            while (true) {
                skipBlanks();
                if (next() != '"') {
                    throw unexpected("looking for beginning of object key string");
                }
                Location keyPlace = here();
                String key = string();
                skipBlanks();
                if (next() != ':') {
                    throw unexpected("after object key");
                }
                at++;
                path.key(key);
                if (map.has(key)) {
                    String upstream = "duplicate field " + GoQuote.quote(path.toString());
                    duplicates.add(new DuplicateKey(path.toString(), key, keyPlace, map.keyLocation(key), upstream));
                }
                Node value = value();
                path.pop();
                map.put(key, merges ? merged(map.get(key), value) : value, keyPlace);
                skipBlanks();
                char c = next();
                if (c != ',' && c != '}') {
                    throw unexpected("after object key:value pair");
                }
                at++;
                if (c == '}') {
                    break;
                }
            }
        }
        depth--;
        return map.build();
    }

    private ListNode list() {
        Location place = here();
        enter();
        List<Node> items = new ArrayList<>();
        skipBlanks();
        if (next() == ']') {
            at++;
        } else {
            while (true) {
                path.index(items.size());
                items.add(value());
                path.pop();
                skipBlanks();
                char c = next();
                if (c != ',' && c != ']') {
                    throw unexpected("after array element");
                }
                at++;
                if (c == ']') {
                    break;
                }
            }
        }
        depth--;
        return ListNode.of(items, place);
    }

    private void enter() {
        if (++depth > Limits.DEPTH) {
            throw fail(at, Limits.tooDeep(), "exceeded max depth");
        }
        at++;
    }

    private ScalarNode literal(String word, @org.jspecify.annotations.Nullable Boolean value) {
        Location place = here();
        int start = at;
        for (int i = 0; i < word.length(); i++, at++) {
            if (next() != word.charAt(i) || at >= text.length()) {
                throw unexpectedInside("in literal " + word + " (expecting " + GoQuote.character(word.charAt(i)) + ")");
            }
        }
        return ScalarNode.read(value, text.substring(start, at), ScalarNode.Style.PLAIN, place);
    }

    private ScalarNode number() {
        Location place = here();
        int start = at;
        if (next() == '-') {
            at++;
        }
        if (next() == '0') {
            at++;
        } else {
            digits("in numeric literal");
        }
        boolean integer = true;
        if (next() == '.') {
            integer = false;
            at++;
            digits("after decimal point in numeric literal");
        }
        if (next() == 'e' || next() == 'E') {
            integer = false;
            at++;
            if (next() == '+' || next() == '-') {
                at++;
            }
            digits("in exponent of numeric literal");
        }
        String spelling = text.substring(start, at);
        Object value = integer ? integer(spelling) : (Object) Double.parseDouble(spelling);
        if (bigAsDouble && value instanceof BigInteger big) {
            value = big.doubleValue();
        }
        if (value instanceof Double d && d.isInfinite()) {
            String message = "json: cannot unmarshal number " + spelling + " into Go value of type float64";
            throw fail(start, "the number " + spelling + " is beyond the range of a double", message);
        }
        return ScalarNode.read(value, spelling, ScalarNode.Style.PLAIN, place);
    }

    static Object integer(String digits) {
        if (digits.length() < 19) {
            return Long.parseLong(digits);
        }
        BigInteger big = BigIntegers.parse(digits);
        return big.bitLength() < 64 ? (Object) big.longValue() : big;
    }

    private void digits(String context) {
        if (!isDigit(next())) {
            throw unexpectedInside(context);
        }
        while (isDigit(next())) {
            at++;
        }
    }

    private String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\' || c < ' ' || Character.isSurrogate(c)) {
                return unusualString(start);
            }
            at++;
        }
        throw unexpected("");
    }

    private String unusualString(int start) {
        StringBuilder out = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return GoQuote.withoutLoneSurrogates(out);
            }
            if (c < ' ') {
                throw unexpected("in string literal");
            }
            at++;
            out.append(c == '\\' ? escape() : c);
        }
        throw unexpected("");
    }

    private char escape() {
        char c = next();
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0 && at < text.length()) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (c != 'u' || at >= text.length()) {
            throw unexpectedInside("in string escape code");
        }
        at++;
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = next() < 128 ? Character.digit(next(), 16) : -1;
            if (digit < 0) {
                throw unexpectedInside("in \\u hexadecimal character escape");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void skipBlanks() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                lineStart = at + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    /** The next character, NUL at the end: NUL is legal nowhere, so that no caller mistakes one for the other. */
    private char next() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Location here() {
        return new Location(file, line, at - lineStart + 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private YamlException unexpected(String context) {
        String message = at >= text.length()
                ? "unexpected end of JSON input"
                : "invalid character " + GoQuote.character(GoQuote.firstByte(text, at)) + " " + context;
        return fail(at, message, message);
    }

    /** Within a word or a number the scanner tries a blank at the end of the text, and tells of that. */
    private YamlException unexpectedInside(String context) {
        return at < text.length()
                ? unexpected(context)
                : fail(at, "unexpected end of JSON input", "invalid character ' ' " + context);
    }

    private YamlException fail(int position, String message, String upstream) {
        Location place = new Location(file, line, position - lineStart + 1);
        return new YamlException(new Diagnostic(place, message, SourceLine.at(text, lineStart)), upstream);
    }
}
