package dev.drydock.helm.template;

import dev.drydock.helm.value.GoException;

/** The tokens of a template, of which up to three can be put back, and the errors that name the line of the latest. */
final class ItemStream {

    private final String name;
    private final Lexer lexer;
    private final Item[] window = new Item[3];
    private int peeked;
    private int actionLine;

    /** The tokens of a text; the name is the one that errors give it. */
    ItemStream(String name, String text) {
        this.name = name;
        this.lexer = new Lexer(text);
        Item start = new Item(Item.Type.EOF, 0, "", 0);
        window[0] = start;
        window[1] = start;
        window[2] = start;
    }

    Item next() {
        if (peeked > 0) {
            peeked--;
        } else {
            window[0] = lexer.next();
        }
        return window[peeked];
    }

    Item peek() {
        if (peeked > 0) {
            return window[peeked - 1];
        }
        peeked = 1;
        window[0] = lexer.next();
        return window[0];
    }

    Item nextNonSpace() {
        Item token = next();
        while (token.is(Item.Type.SPACE)) {
            token = next();
        }
        return token;
    }

    Item peekNonSpace() {
        Item token = nextNonSpace();
        backup();
        return token;
    }

    void backup() {
        peeked++;
    }

    /** Puts the latest token back, and the given one before it. */
    void backup2(Item first) {
        window[1] = first;
        peeked = 2;
    }

    /** Puts the latest token back, and the given ones before it. */
    void backup3(Item first, Item second) {
        window[1] = second;
        window[2] = first;
        peeked = 3;
    }

    /** Tokens from here on belong to an action that starts in this line. */
    void startAction(int line) {
        actionLine = line;
    }

    /** Tokens from here on stand outside of actions. */
    void endAction() {
        actionLine = 0;
    }

    Item expect(Item.Type type, String context) {
        Item token = nextNonSpace();
        if (!token.is(type)) {
            throw unexpected(token, context);
        }
        return token;
    }

    /** The text of a token that must be a string, such as the name of a template. */
    String expectString(Item token, String context) {
        if (!token.is(Item.Type.STRING) && !token.is(Item.Type.RAW_STRING)) {
            throw unexpected(token, context);
        }
        return unquote(token);
    }

    String unquote(Item token) {
        try {
            return Unquote.string(token.text());
        } catch (GoException e) {
            throw error(e.getMessage());
        }
    }

    GoException error(String message) {
        return new GoException("template: " + name + ":" + window[0].line() + ": " + message);
    }

    GoException unexpected(Item token, String context) {
        if (token.is(Item.Type.ERROR)) {
            String extra = "";
            if (actionLine != 0 && actionLine != token.line()) {
                extra = " in action started at " + name + ":" + actionLine;
                extra = token.text().endsWith(" action") ? extra.substring(" in action".length()) : extra;
            }
            return error(token.text() + extra);
        }
        return error("unexpected " + token.shown() + " in " + context);
    }
}
