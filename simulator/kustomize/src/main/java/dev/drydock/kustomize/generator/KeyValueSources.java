package dev.drydock.kustomize.generator;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.resource.Utf8Text;
import dev.drydock.kustomize.text.GoText;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads keys and values for ConfigMaps and Secrets: env files, then literals, then files; follows api/kv/kv.go. */
final class KeyValueSources {

    /** A longer line silently ends a file, as with Go's scanner. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final Loader loader;

    KeyValueSources(Loader loader) {
        this.loader = loader;
    }

    /** A key with its value as bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pair(String key, byte[] value) {}

    List<Pair> read(MapNode args) {
        List<Pair> pairs = new ArrayList<>();
        List<String> envs = args.findList("envs").strings();
        try {
            for (String path : envs) {
                fromLines(loader.load(path), pairs);
            }
        } catch (KustomizeException e) {
            throw e.prefixed("env source files: " + GoText.list(envs)).prefixed("loading KV pairs");
        }
        List<String> literals = args.findList("literals").strings();
        try {
            literals.forEach(literal -> pairs.add(literal(literal)));
        } catch (KustomizeException e) {
            throw e.prefixed("literal sources " + GoText.list(literals)).prefixed("loading KV pairs");
        }
        List<String> files = args.findList("files").strings();
        try {
            files.forEach(file -> pairs.add(file(file)));
        } catch (KustomizeException e) {
            throw e.prefixed("file sources: " + GoText.list(files)).prefixed("loading KV pairs");
        }
        return pairs;
    }

    private static Pair literal(String source) {
        int equals = source.indexOf('=');
        if (equals <= 0) {
            throw new KustomizeException("invalid literal source " + source + ", expected key=value");
        }
        String value = source.substring(equals + 1);
        if (value.length() >= 2) {
            char first = value.charAt(0);
            if ((first == '"' || first == '\'') && value.charAt(value.length() - 1) == first) {
                value = value.substring(1, value.length() - 1);
            }
        }
        return new Pair(source.substring(0, equals), value.getBytes(StandardCharsets.UTF_8));
    }

    private Pair file(String source) {
        int equals = source.indexOf('=');
        if (equals < 0) {
            return new Pair(base(source), loader.load(source));
        }
        if (source.indexOf('=', equals + 1) >= 0) {
            throw new KustomizeException("source " + GoQuote.quote(source) + " key name or file path contains '='");
        }
        String key = source.substring(0, equals);
        String path = source.substring(equals + 1);
        if (key.isEmpty()) {
            throw new KustomizeException(
                    "missing key name for file path " + GoQuote.quote(path) + " in source " + GoQuote.quote(source));
        }
        if (path.isEmpty()) {
            throw new KustomizeException(
                    "missing file path for key name " + GoQuote.quote(key) + " in source " + GoQuote.quote(source));
        }
        return new Pair(key, loader.load(path));
    }

    private static String base(String path) {
        return dev.drydock.kustomize.Paths.base(path);
    }

    private static void fromLines(byte[] content, List<Pair> pairs) {
        int start = 0;
        boolean first = true;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            if (end - start >= LONGEST_LINE) {
                return;
            }
            int trimmed = end > start && content[end - 1] == '\r' ? end - 1 : end;
            fromLine(Arrays.copyOfRange(content, start, trimmed), first, pairs);
            first = false;
            start = end + 1;
        }
    }

    private static void fromLine(byte[] line, boolean first, List<Pair> pairs) {
        String text = Utf8Text.decode(line);
        if (text == null) {
            StringBuilder bytes = new StringBuilder();
            for (byte b : line) {
                bytes.append(bytes.isEmpty() ? "" : " ").append(b & 0xff);
            }
            throw new KustomizeException(
                    "line [" + bytes + "] has invalid utf8 bytes : " + new String(line, StandardCharsets.UTF_8));
        }
        if (first && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        text = stripLeading(text);
        if (text.isEmpty() || text.charAt(0) == '#') {
            return;
        }
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        if (!key.isEmpty()) {
            pairs.add(new Pair(key, value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Without leading white space as Go's unicode.IsSpace sees it. */
    private static String stripLeading(String text) {
        int start = 0;
        while (start < text.length()) {
            char c = text.charAt(start);
            boolean space = c == ' '
                    || (c >= '\t' && c <= '\r')
                    || c == 0x85
                    || c == 0xA0
                    || (Character.isSpaceChar(c) && c != 0x200B);
            if (!space) {
                break;
            }
            start++;
        }
        return text.substring(start);
    }
}
