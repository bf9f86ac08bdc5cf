package dev.drydock.kubernetes.schema;

import com.google.common.base.Splitter;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI definitions of the built-in types, one a line (name, kinds, JSON) so that only those that are used get parsed.
 *
 * <p>Read once for all servers: a cluster must start in milliseconds.
 */
final class Definitions {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, MapNode> parsed = new HashMap<>();
    private final Map<GroupVersionKind, String> names = new HashMap<>();

    private Definitions(String lines) {
        for (int start = 0; start < lines.length(); ) {
            int end = lines.indexOf('\n', start);
            int first = lines.indexOf('\t', start);
            int second = lines.indexOf('\t', first + 1);
            String name = lines.substring(start, first);
            texts.put(name, lines.substring(second + 1, end));
            index(name, lines.substring(first + 1, second));
            start = end + 1;
        }
    }

    private void index(String name, String kinds) {
        if (!kinds.isEmpty()) {
            for (String kind : Splitter.on(',').split(kinds)) {
                List<String> parts = Splitter.on('/').splitToList(kind);
                names.put(new GroupVersionKind(parts.get(0), parts.get(1), parts.get(2)), name);
            }
        }
    }

    /** The definitions of the release that is modelled. */
    static Definitions load() {
        try (InputStream in = Definitions.class.getResourceAsStream("definitions.txt")) {
            if (in == null) {
                throw new IllegalStateException("definitions.txt is not packaged");
            }
            return new Definitions(new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
        String text = texts.get(name);
        if (text == null) {
            return null;
        }
        return parsed.computeIfAbsent(name, n -> (MapNode) JsonReader.read(text, n));
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
