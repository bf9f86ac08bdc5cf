package dev.drydock.yaml;

import org.apiguardian.api.API;

/**
 * A place in a text: file name, line and column, both counted from one.
 *
 * <p>{@link #NONE} stands for values that were computed and not read.
 *
 * @param file name to show to a person, empty when the text has no name
 * @param line line number from one, zero when unknown
 * @param column column number from one, zero when unknown
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Location(String file, int line, int column) {

    /** The location of a value that was not read from a text. */
    public static final Location NONE = new Location("", 0, 0);

    /** Whether this is the location of something that was read. */
    public boolean isKnown() {
        return line > 0;
    }

    /** {@code file:line:column}, as compilers print it; empty for {@link #NONE}. */
    @Override
    public String toString() {
        return isKnown() ? (file.isEmpty() ? "" : file + ":") + line + ":" + column : file;
    }
}
