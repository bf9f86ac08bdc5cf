package dev.drydock.cel.ast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with an expression (cel-go, common/error.go).
 *
 * @param line the line, from one; -1 where there is no place
 * @param column the column, from zero
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Issue(int line, int column, String message) {

    /** cel-go reports no more than this of one expression. */
    private static final int LIMIT = 100;

    private static final int LONGEST_SNIPPET = 16384;
    private static final char WIDE_DOT = '\uff0e';
    private static final char WIDE_CARET = '\uff3e';

    /** An issue at an offset of a source. */
    public static Issue at(Source source, int offset, String message) {
        return new Issue(source.line(offset), source.column(offset), message);
    }

    /** An issue without a place. */
    public static Issue nowhere(String message) {
        return new Issue(-1, -1, message);
    }

    /** The issues of a source as cel-go prints them: ordered by place, each with its line and a caret. */
    public static String render(Source source, List<Issue> issues) {
        List<Issue> ordered = new ArrayList<>(issues.subList(0, Math.min(LIMIT, issues.size())));
        ordered.sort(Comparator.comparingInt(Issue::line).thenComparingInt(Issue::column));
        List<String> texts = new ArrayList<>();
        for (Issue issue : ordered) {
            texts.add(issue.render(source));
        }
        if (issues.size() > LIMIT) {
            texts.add((issues.size() - LIMIT) + " more errors were truncated");
        }
        return String.join("\n", texts);
    }

    private String render(Source source) {
        String head = "ERROR: <input>:" + line + ":" + (column + 1) + ": " + message;
        @Nullable String snippet = source.lineText(line);
        if (snippet == null || utf8Length(snippet) > LONGEST_SNIPPET) {
            return head;
        }
        snippet = snippet.replace('\t', ' ');
        StringBuilder caret = new StringBuilder();
        int at = 0;
        for (int i = 0; i < column && at < snippet.length(); i++) {
            int point = snippet.codePointAt(at);
            caret.append(point < 0x80 ? '.' : WIDE_DOT);
            at += Character.charCount(point);
        }
        caret.append(at < snippet.length() && snippet.codePointAt(at) >= 0x80 ? WIDE_CARET : '^');
        return head + "\n | " + snippet + "\n | " + caret;
    }

    private static int utf8Length(String text) {
        return text.codePoints()
                .map(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
    }
}
