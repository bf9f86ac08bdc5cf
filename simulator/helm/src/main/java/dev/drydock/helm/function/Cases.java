package dev.drydock.helm.function;

import dev.drydock.yaml.GoSpace;
import java.util.ArrayList;
import java.util.List;

/** snakecase, kebabcase and camelcase (huandu/xstrings, convert.go). */
final class Cases {

    private enum Kind {
        NONE,
        NUMBER,
        UPPER,
        ALPHABET,
        CONNECTOR,
        PUNCTUATION,
        OTHER
    }

    private record Word(Kind kind, String text) {
        static final Word NONE = new Word(Kind.NONE, "");

        boolean is(Kind... kinds) {
            return List.of(kinds).contains(kind);
        }
    }

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private final char connector;
    private int next;

    private Cases(String text, char connector) {
        this.connector = connector;
        int at = 0;
        int[] characters = text.codePoints().toArray();
        while (at < characters.length) {
            int end = end(characters, at);
            words.add(new Word(kind(characters[at]), new String(characters, at, end - at)));
            at = end;
        }
    }

    static String lower(String text, char connector) {
        return text.isEmpty() ? "" : new Cases(text, connector).run();
    }

    private Word word() {
        return next < words.size() ? words.get(next++) : Word.NONE;
    }

    private boolean more() {
        return next < words.size();
    }

    private String run() {
        Word word = word();
        while (more()) {
            if (!word.is(Kind.CONNECTOR)) {
                write(word, word.kind());
            }
            Word previous = word;
            word = word();
            switch (previous.kind()) {
                case NUMBER -> {
                    word = mixed(word);
                    if (!word.is(Kind.NONE, Kind.PUNCTUATION, Kind.CONNECTOR)) {
                        out.append(connector);
                    }
                }
                case CONNECTOR -> write(previous, previous.kind());
                case PUNCTUATION -> {
                    // stays next to what follows
                }
                default -> word = afterLetters(word);
            }
        }
        write(word, word.kind());
        return out.toString();
    }

    private Word mixed(Word start) {
        Word word = start;
        while (word.is(Kind.ALPHABET, Kind.NUMBER)) {
            write(word, word.kind());
            word = word();
        }
        return word;
    }

    private Word afterLetters(Word word) {
        if (!word.is(Kind.NUMBER)) {
            if (!word.is(Kind.CONNECTOR, Kind.PUNCTUATION)) {
                out.append(connector);
            }
            return word;
        }
        if (!more()) {
            return word;
        }
        Word following = word();
        if (!following.is(Kind.ALPHABET)) {
            write(word, Kind.NUMBER);
            if (!following.is(Kind.CONNECTOR, Kind.PUNCTUATION)) {
                out.append(connector);
            }
            return following;
        }
        out.append(connector);
        write(word, Kind.NUMBER);
        Word end = mixed(following);
        if (!end.is(Kind.NONE, Kind.CONNECTOR, Kind.PUNCTUATION)) {
            out.append(connector);
        }
        return end;
    }

    private void write(Word word, Kind kind) {
        if (kind != Kind.UPPER && kind != Kind.CONNECTOR) {
            out.append(word.text());
            return;
        }
        word.text().codePoints().forEach(c -> {
            if (isConnector(c)) {
                out.append(connector);
            } else {
                out.appendCodePoint(Character.isUpperCase(c) ? Character.toLowerCase(c) : c);
            }
        });
    }

    private static Kind kind(int c) {
        if (isConnector(c)) {
            return Kind.CONNECTOR;
        }
        if (isPunctuation(c)) {
            return Kind.PUNCTUATION;
        }
        if (Character.isUpperCase(c)) {
            return Kind.UPPER;
        }
        if (isAlphabet(c)) {
            return Kind.ALPHABET;
        }
        return isNumber(c) ? Kind.NUMBER : Kind.OTHER;
    }

    private static int end(int[] text, int start) {
        int at = start + 1;
        Kind kind = kind(text[start]);
        if (kind == Kind.UPPER && at < text.length && Character.isUpperCase(text[at])) {
            while (at < text.length && Character.isUpperCase(text[at])) {
                at++;
            }
            return at < text.length && isAlphabet(text[at]) ? at - 1 : at;
        }
        while (at < text.length && belongs(kind, text[at])) {
            at++;
        }
        return at;
    }

    private static boolean belongs(Kind kind, int c) {
        return switch (kind) {
            case CONNECTOR -> isConnector(c);
            case PUNCTUATION -> isPunctuation(c);
            case UPPER, ALPHABET -> isAlphabet(c) && !Character.isUpperCase(c);
            case NUMBER -> isNumber(c);
            default -> !isConnector(c) && !isAlphabet(c) && !isNumber(c) && !isPunctuation(c);
        };
    }

    private static boolean isConnector(int c) {
        return c == '-' || c == '_' || GoSpace.isSpace(c);
    }

    private static boolean isAlphabet(int c) {
        if (!Character.isLetter(c)) {
            return false;
        }
        return !Character.isIdeographic(c)
                && !(c >= 0x3040 && c <= 0x30ff)
                && !(c >= 0x3400 && c <= 0x9fff)
                && !(c >= 0xac00 && c <= 0xd7ff);
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** ToPascalCase. */
    static String camel(String text) {
        int[] in = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < in.length && isConnector(in[at])) {
            out.appendCodePoint(in[at++]);
        }
        if (at >= in.length) {
            return at == 0 ? text : out.appendCodePoint(in[at - 1]).toString(); // the last one is written twice
        }
        boolean upper = Character.isUpperCase(in[at]);
        int current = Character.toUpperCase(in[at++]);
        while (at < in.length) {
            int previous = current;
            current = in[at++];
            if (isConnector(current) && isConnector(previous)) {
                out.appendCodePoint(previous);
            } else if (isConnector(previous)) {
                upper = Character.isUpperCase(current);
                current = Character.toUpperCase(current);
            } else {
                if (upper) {
                    if (Character.isUpperCase(current)) {
                        current = Character.toLowerCase(current);
                    } else {
                        upper = false;
                    }
                }
                out.appendCodePoint(previous);
            }
        }
        return out.appendCodePoint(current).toString();
    }
}
