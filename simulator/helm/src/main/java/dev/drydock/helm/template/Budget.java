package dev.drydock.helm.template;

/** What the templates of one rendering may do together, so that every rendering ends. */
final class Budget {

    private static final long STEPS = 20_000_000;
    private static final long CHARACTERS = 256L << 20;

    private long steps;
    private long characters;

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
}
