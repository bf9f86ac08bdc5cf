package dev.drydock.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A piece of YAML as the scanner cuts it.
 *
 * @param text the value of a scalar, the name of an anchor, the handle of a tag, the version of a directive
 * @param suffix what follows the handle of a tag, the prefix of a tag directive
 */
record Token(Kind kind, Mark start, Mark end, String text, String suffix, ScalarNode.@Nullable Style style) {

    /** The kinds of token, as in libyaml. */
    enum Kind {
        STREAM_END,
        VERSION_DIRECTIVE,
        TAG_DIRECTIVE,
        DOCUMENT_START,
        DOCUMENT_END,
        BLOCK_SEQUENCE_START,
        BLOCK_MAPPING_START,
        BLOCK_END,
        FLOW_SEQUENCE_START,
        FLOW_SEQUENCE_END,
        FLOW_MAPPING_START,
        FLOW_MAPPING_END,
        BLOCK_ENTRY,
        FLOW_ENTRY,
        KEY,
        VALUE,
        ALIAS,
        ANCHOR,
        TAG,
        SCALAR
    }

    /**
     * A position while scanning, all parts from zero.
     *
     * @param index characters from the start of the text
     * @param line lines from the start of the text
     * @param column characters from the start of the line
     */
    record Mark(int index, int line, int column) {}

    static Token of(Kind kind, Mark start, Mark end) {
        return new Token(kind, start, end, "", "", null);
    }

    static Token of(Kind kind, Mark start, Mark end, String text, String suffix) {
        return new Token(kind, start, end, text, suffix, null);
    }
}
