package dev.drydock.flux.ssa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into documents line by line, before YAML is parsed (apimachinery, YAMLReader): a separator line starts
 * the document that follows it.
 */
final class DocumentLines {

    /** A separator line that carries more than a comment. */
    static final class SeparatorException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SeparatorException(String message) {
            super(message, null, false, false);
        }
    }

    private final List<String> lines;
    private int position;

    DocumentLines(String text) {
        lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        lines.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /** The next document, or null at the end. */
    @Nullable
    String next() {
        StringBuilder document = new StringBuilder();
        while (position < lines.size()) {
            String line = lines.get(position++);
            if (line.startsWith("---")) {
                String rest = line.substring(3).strip();
                if (!rest.isEmpty() && !rest.startsWith("#")) {
                    throw new SeparatorException("invalid Yaml document separator: " + rest);
                }
                if (document.length() > 0) {
                    // upstream drops the separator that ends a document
                    return document.toString();
                }
            }
            document.append(line).append('\n');
        }
        return document.length() == 0 ? null : document.toString();
    }
}
