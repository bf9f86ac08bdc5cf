package dev.drydock.helm.template;

import org.jspecify.annotations.Nullable;

/** Cuts a template into tokens (text/template/parse/lex.go): the text and comments here, actions by {@link ActionLexer}. */
final class Lexer {

    private static final String LEFT_COMMENT = "/*";
    private static final String RIGHT_COMMENT = "*/";

    private final Cursor cursor;
    private final ActionLexer action;
    private boolean inAction;

    Lexer(String input) {
        this.cursor = new Cursor(input);
        this.action = new ActionLexer(cursor);
    }

    /** The next token; after an error or the end of the text, only ends. */
    Item next() {
        Item item = inAction ? action.next() : text();
        inAction = switch (item.type()) {
            case LEFT_DELIM -> true;
            case RIGHT_DELIM, ERROR -> false;
            default -> inAction;
        };
        return item;
    }

    private Item text() {
        while (true) {
            int left = cursor.find(Delimiters.LEFT, 0);
            int end = left < 0 ? cursor.length() : left;
            if (end > cursor.position()) {
                cursor.leap(end - cursor.position());
                Item item = cursor.emitText(left >= 0 && Delimiters.trimsLeft(cursor, 0));
                if (!item.text().isEmpty()) {
                    return item;
                }
            }
            if (left < 0) {
                return cursor.emit(Item.Type.EOF);
            }
            boolean trim = Delimiters.trimsLeft(cursor, 0);
            int inside = Delimiters.LEFT.length() + (trim ? Delimiters.TRIM_MARKER : 0);
            if (!cursor.startsWith(LEFT_COMMENT, inside)) {
                return leftDelim(trim);
            }
            cursor.leap(inside);
            Item problem = comment();
            if (problem != null) {
                return problem;
            }
        }
    }

    private Item leftDelim(boolean trim) {
        cursor.leap(Delimiters.LEFT.length());
        Item item = cursor.emit(Item.Type.LEFT_DELIM);
        cursor.leap(trim ? Delimiters.TRIM_MARKER : 0);
        cursor.ignore();
        return item;
    }

    /** Passes a comment, which fills its action alone; the error when it does not. */
    private @Nullable Item comment() {
        cursor.ignore();
        int end = cursor.find(RIGHT_COMMENT, LEFT_COMMENT.length());
        if (end < 0) {
            return cursor.error("unclosed comment");
        }
        cursor.leap(end + RIGHT_COMMENT.length() - cursor.position());
        boolean trim = Delimiters.trimsRight(cursor, 0);
        if (!trim && !cursor.startsWith(Delimiters.RIGHT, 0)) {
            return cursor.error("comment ends before closing delimiter");
        }
        cursor.leap(Delimiters.RIGHT.length() + (trim ? Delimiters.TRIM_MARKER : 0));
        if (trim) {
            cursor.skipSpace();
        }
        cursor.ignore();
        return null;
    }
}
