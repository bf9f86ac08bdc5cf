package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into documents the way each reader does before its YAML library sees anything. */
final class YamlStreams {

    private YamlStreams() {}

    static List<Chunk> split(String text, String file, YamlMode mode) {
        if (text.length() > Limits.CODE_POINTS) {
            String message = Limits.tooLong(text.length());
            throw new YamlException(Diagnostic.of(new Location(file, 1, 1), message), message);
        }
        return mode == YamlMode.KUBERNETES ? kubernetes(text, file) : kustomize(text, file);
    }

    /**
     * Lines that begin with three dashes (apimachinery's decoder.go, YAMLReader); nothing but a comment may follow. One that ends
     * nothing stays at the head of what follows.
     */
    private static List<Chunk> kubernetes(String text, String file) {
        String unix = text.replace("\r\n", "\n");
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        int startLine = 0;
        int line = 0;
        for (int at = 0; at < unix.length(); line++) {
            int end = unix.indexOf('\n', at);
            end = end < 0 ? unix.length() : end;
            if (unix.startsWith("---", at)) {
                String rest = unix.substring(at + 3, end).strip();
                if (!rest.isEmpty() && rest.charAt(0) != '#') {
                    throw separator(unix, file, at, line, "invalid Yaml document separator: " + rest);
                }
                boolean endsDocument = at > start;
                if (endsDocument) {
                    chunks.add(new Chunk(unix.substring(start, at), file, startLine));
                }
                if (endsDocument || end == unix.length()) {
                    start = Math.min(end + 1, unix.length());
                    startLine = line + 1;
                }
            }
            at = end + 1;
        }
        if (start < unix.length()) {
            chunks.add(new Chunk(unix.substring(start), file, startLine));
        }
        return chunks;
    }

    /** Lines that begin with three dashes behind another line and before one (kyaml's byteio_reader.go). */
    private static List<Chunk> kustomize(String text, String file) {
        String unix = text.replace("\r\n", "\n");
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        int startLine = 0;
        int line = 0;
        int at = unix.indexOf('\n');
        while (at >= 0) {
            line++;
            int end = unix.indexOf('\n', at + 1);
            if (end >= 0 && unix.startsWith("---", at + 1)) {
                String rest = unix.substring(at + 4, end).strip();
                if (!rest.isEmpty() && rest.charAt(0) != '#') {
                    String problem = "invalid document separator: "
                            + unix.substring(at + 1, end).strip();
                    throw separator(unix, file, at + 1, line, problem);
                }
                chunks.add(new Chunk(unix.substring(start, at) + "\n", file, startLine));
                start = end + 1;
                startLine = ++line;
                // the line break that ends a separator cannot begin the next one
                end = unix.indexOf('\n', start);
            }
            at = end;
        }
        chunks.add(new Chunk(unix.substring(start), file, startLine));
        return chunks;
    }

    private static YamlException separator(String text, String file, int at, int line, String problem) {
        Location place = new Location(file, line + 1, 1);
        return new YamlException(new Diagnostic(place, problem, SourceLine.at(text, at)), problem);
    }
}
