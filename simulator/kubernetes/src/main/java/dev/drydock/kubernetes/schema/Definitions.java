package dev.drydock.kubernetes.schema;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI definitions of the built-in types, one a line (name, kinds, length, JSON) so that only those that are
 * used get parsed.
 *
 * <p>Read once for all servers: a cluster must start in milliseconds.
 */
final class Definitions {

    private static final String REFERENCE = "#/components/schemas/";

    private final byte[] lines;
    private final Map<String, Integer> starts = new HashMap<>(1024);
    private final Map<String, MapNode> parsed = new HashMap<>();
    private final Map<GroupVersionKind, String> names = new HashMap<>(512);

    private Definitions(byte[] lines) {
        this.lines = lines;
        for (int at = 0; at < lines.length; ) {
            int kinds = end(at) + 1;
            int length = end(kinds) + 1;
            int json = end(length) + 1;
            String name = text(at, kinds - 1);
            starts.put(name, length);
            index(name, kinds, length - 1);
            at = json + number(length) + 1;
        }
    }

    /** Where the column that begins at a position ends. */
    private int end(int from) {
        int at = from;
        while (lines[at] != '\t') {
            at++;
        }
        return at;
    }

    private String text(int from, int to) {
        return new String(lines, from, to - from, StandardCharsets.UTF_8);
    }

    private int number(int from) {
        int number = 0;
        for (int at = from; lines[at] != '\t'; at++) {
            number = 10 * number + lines[at] - '0';
        }
        return number;
    }

    private void index(String name, int from, int to) {
        int start = from;
        for (int at = from; at <= to && from < to; at++) {
            if (at == to || lines[at] == ',') {
                String kind = text(start, at);
                int first = kind.indexOf('/');
                int second = kind.indexOf('/', first + 1);
                names.put(
                        new GroupVersionKind(
                                kind.substring(0, first),
                                kind.substring(first + 1, second),
                                kind.substring(second + 1)),
                        name);
                start = at + 1;
            }
        }
    }

    /** The definitions of the release that is modelled. */
    static Definitions load() {
        try (InputStream in = Definitions.class.getResourceAsStream("definitions.txt")) {
            if (in == null) {
                throw new IllegalStateException("definitions.txt is not packaged");
            }
            return new Definitions(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a kind's definition, or null when the kind is not built in. */
    @Nullable
    String nameOf(GroupVersionKind kind) {
        return names.get(kind);
    }

    /** A definition, or null when there is none of that name. */
    synchronized @Nullable MapNode find(String name) {
        Integer start = starts.get(name);
        if (start == null) {
            return null;
        }
        return parsed.computeIfAbsent(name, n -> {
            int json = end(start) + 1;
            return (MapNode) JsonReader.read(text(json, json + number(start)), n);
        });
    }

    /** The definition that a schema refers to, alone or as the only member of an allOf, or null. */
    static @Nullable String referenceOf(MapNode schema) {
        String reference = schema.findString("$ref");
        if (reference == null && schema.findList("allOf").size() == 1) {
            reference = schema.findList("allOf").get(0).findString("$ref");
        }
        return reference == null || !reference.startsWith(REFERENCE) ? null : reference.substring(REFERENCE.length());
    }
}
