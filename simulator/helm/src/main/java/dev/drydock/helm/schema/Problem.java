package dev.drydock.helm.schema;

import dev.drydock.yaml.JsonPointer;
import java.util.List;

/**
 * Something that a value does not hold, with the problems that led to it.
 *
 * @param place JSON pointer of the value
 * @param message what is wrong
 * @param causes why, for keywords that combine schemas
 * @param kind how it is shown
 */
record Problem(String place, String message, List<Problem> causes, Kind kind) {

    enum Kind {
        /** A line of its own. */
        PLAIN,
        /** Several problems of one schema that nobody has put together yet. */
        GROUP,
        /** The way through a reference, which is not shown when it leads to one problem. */
        REFERENCE
    }

    static Problem of(String place, String message) {
        return new Problem(place, message, List.of(), Kind.PLAIN);
    }

    /** The JSON pointer of a key of an object. */
    static String below(String place, String key) {
        return place + new JsonPointer(List.of(key));
    }

    /** The problems that a group stands for, or this one alone. */
    List<Problem> members() {
        return kind == Kind.GROUP ? causes : List.of(this);
    }

    void show(StringBuilder out, int indent) {
        boolean skipped = kind == Kind.REFERENCE && causes.size() == 1;
        if (!skipped) {
            out.append('\n')
                    .append("  ".repeat(indent - 1))
                    .append("- at ")
                    .append(Shown.quote(place))
                    .append(": ")
                    .append(message);
        }
        causes.forEach(cause -> cause.show(out, skipped ? indent : indent + 1));
    }
}
