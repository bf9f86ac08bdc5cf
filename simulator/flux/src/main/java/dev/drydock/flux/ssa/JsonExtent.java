package dev.drydock.flux.ssa;

import dev.drydock.yaml.Location;

/** Where a JSON value in a stream ends, found by its brackets alone. */
final class JsonExtent {

    private JsonExtent() {}

    /** The index behind the value that starts at an index, or -1 when the text ends inside it. */
    static int end(String text, int start) {
        int depth = 0;
        boolean inString = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (!inString && depth <= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** How many characters Go's decoder has read when it meets an error at a place. */
    static int offset(String text, Location place) {
        int index = 0;
        for (int line = 1; line < place.line(); line++) {
            index = text.indexOf('\n', index) + 1;
        }
        return index + place.column();
    }
}
