package dev.drydock.helm.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates of one rendering may do together, so that every rendering ends. */
final class Budget {

    private static final long STEPS = 20_000_000;
    private static final long CHARACTERS = 256L << 20;
    private static final long MADE = 128L << 20;

    /** Longest text that a template makes; {@code function} holds its functions to the same. */
    private static final int LONGEST = TemplateSet.LONGEST_TEXT;

    /** Each derived password takes a function that is meant to be slow (scrypt with 32,768 rounds). */
    private static final int PASSWORDS = 10;

    private long steps;
    private long characters;
    private long made;
    private int passwords;

    void step() {
        if (++steps > STEPS) {
            throw new LimitException("templates that take more than " + STEPS + " steps");
        }
    }

    void write(int length) {
        characters += length;
        if (characters > CHARACTERS) {
            throw new LimitException("templates that print more than " + CHARACTERS + " characters");
        }
    }

    /** What is about to be printed as one text. */
    void print(@Nullable Object value) {
        if (!(value instanceof String) && Weight.exceeds(java.util.Collections.singletonList(value), LONGEST)) {
            throw tooLong();
        }
    }

    /** A function is about to be called. */
    void call(String function, List<@Nullable Object> arguments) {
        if (function.equals("derivePassword") && ++passwords > PASSWORDS) {
            throw new LimitException("templates that derive more than " + PASSWORDS + " passwords");
        }
        if (Weight.matters(function) && Weight.exceeds(arguments, LONGEST)) {
            throw tooLong();
        }
    }

    /** A function has made a value. */
    void make(@Nullable Object value) {
        if (value instanceof String text) {
            if (text.length() > LONGEST) {
                throw tooLong();
            }
            made += text.length();
            if (made > MADE) {
                throw new LimitException("templates that make more than " + MADE + " characters of text");
            }
        }
    }

    private static LimitException tooLong() {
        return new LimitException("templates that make a text of more than " + LONGEST + " characters");
    }
}
