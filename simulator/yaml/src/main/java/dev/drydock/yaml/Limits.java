package dev.drydock.yaml;

/** What no text may exceed, so that hostile input ends in an error and not in an exhausted machine. */
final class Limits {

    /** Most characters of one text. */
    static final int CODE_POINTS = 64 << 20;

    /** Most levels of maps and lists; recursion over trees relies on it. */
    static final int DEPTH = 512;

    /** Most maps, lists and scalars of one document; a list of commas is cheap to send and dear to hold. */
    static final int NODES = 1_000_000;

    /** The depth beyond which go-yaml and encoding/json refuse. */
    static final int UPSTREAM_DEPTH = 10_000;

    private Limits() {}

    static String tooDeep() {
        return "nested more than " + DEPTH + " levels deep";
    }

    static String tooMany() {
        return "more than " + NODES + " values in one document";
    }

    static String tooLong(long length) {
        return "the text has " + length + " characters, more than " + CODE_POINTS + " are not read";
    }
}
