package dev.drydock.cel.ast;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The text of an expression, addressed by code points (cel-go, common/source.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Source {

    private final String text;
    private final int[] points;
    /** Where the lines after the first begin. */
    private final int[] lines;

    private Source(String text) {
        this.text = text;
        this.points = text.codePoints().toArray();
        int[] found = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\n') {
                found[count++] = i + 1;
            }
        }
        this.lines = Arrays.copyOf(found, count);
    }

    /** The source of this text. */
    public static Source of(String text) {
        return new Source(text);
    }

    /** The text as it was written. */
    public String text() {
        return text;
    }

    /** The number of code points. */
    public int length() {
        return points.length;
    }

    /** The code point at an offset, -1 behind the end. */
    public int at(int offset) {
        return offset < points.length ? points[offset] : -1;
    }

    /** The text between two offsets. */
    public String slice(int start, int end) {
        int from = Math.min(start, points.length);
        return new String(points, from, Math.max(0, Math.min(end, points.length) - from));
    }

    /** The line of an offset, from one. */
    public int line(int offset) {
        int line = 1;
        for (int start : lines) {
            if (start > offset) {
                break;
            }
            line++;
        }
        return line;
    }

    /** The column of an offset, from zero. */
    public int column(int offset) {
        int line = line(offset);
        return line == 1 ? offset : offset - lines[line - 2];
    }

    /** A line without its end, or null where there is none. */
    @Nullable
    String lineText(int line) {
        if (line < 1 || line > lines.length + 1 || points.length == 0) {
            return null;
        }
        int start = line == 1 ? 0 : lines[line - 2];
        int end = line <= lines.length ? lines[line - 1] - 1 : points.length;
        return slice(start, end);
    }
}
