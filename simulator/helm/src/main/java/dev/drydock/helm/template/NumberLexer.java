package dev.drydock.helm.template;

import dev.drydock.yaml.GoQuote;

/** Cuts numbers out of actions; whether they are well formed in all is for {@link Numbers} (lexNumber of lex.go). */
final class NumberLexer {

    private static final String DECIMAL = "0123456789_";

    /** How numbers of a base are written. */
    private enum Base {
        TEN(DECIMAL, "eE"),
        SIXTEEN("0123456789abcdefABCDEF_", "pP"),
        EIGHT("01234567_", ""),
        TWO("01_", "");

        private final String digits;
        private final String exponents;

        Base(String digits, String exponents) {
            this.digits = digits;
            this.exponents = exponents;
        }
    }

    private final Cursor cursor;

    NumberLexer(Cursor cursor) {
        this.cursor = cursor;
    }

    Item next() {
        if (!scan()) {
            return bad();
        }
        int sign = cursor.peek();
        if (sign != '+' && sign != '-') {
            return cursor.emit(Item.Type.NUMBER);
        }
        return scan() && cursor.ahead(-1) == 'i' ? cursor.emit(Item.Type.COMPLEX) : bad();
    }

    private Item bad() {
        return cursor.error("bad number syntax: " + GoQuote.quote(cursor.token()));
    }

    private boolean scan() {
        cursor.accept("+-");
        Base base = base();
        cursor.acceptRun(base.digits);
        if (cursor.accept(".")) {
            cursor.acceptRun(base.digits);
        }
        if (cursor.accept(base.exponents)) {
            cursor.accept("+-");
            cursor.acceptRun(DECIMAL);
        }
        cursor.accept("i");
        if (ActionLexer.isAlphaNumeric(cursor.peek())) {
            cursor.read();
            return false;
        }
        return true;
    }

    private Base base() {
        if (!cursor.accept("0")) {
            return Base.TEN;
        }
        if (cursor.accept("xX")) {
            return Base.SIXTEEN;
        }
        if (cursor.accept("oO")) {
            return Base.EIGHT;
        }
        return cursor.accept("bB") ? Base.TWO : Base.TEN;
    }
}
