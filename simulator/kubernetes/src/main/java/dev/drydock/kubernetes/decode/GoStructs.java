package dev.drydock.kubernetes.decode;

import com.google.common.base.Splitter;
import dev.drydock.kubernetes.GroupVersionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Go structs of the built-in kinds, also of versions that are registered but no longer served.
 *
 * <p>A table with one struct a line; a line is only taken apart when its struct is used.
 */
final class GoStructs {

    private static final GoStructs INSTANCE = load();

    private final Map<GroupVersionKind, String> kinds = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, GoStruct> parsed = new ConcurrentHashMap<>();

    private GoStructs() {}

    /** The name of a kind's struct, or null when the kind is not registered. */
    static @Nullable String nameOf(GroupVersionKind kind) {
        return INSTANCE.kinds.get(kind);
    }

    /** A struct of a name. */
    static GoStruct get(String name) {
        return INSTANCE.parsed.computeIfAbsent(name, INSTANCE::parse);
    }

    private GoStruct parse(String name) {
        String line = lines.get(name);
        if (line == null) {
            throw new IllegalStateException("no struct " + name);
        }
        List<GoField> fields = new ArrayList<>();
        for (String word : Splitter.on(' ').omitEmptyStrings().split(line)) {
            fields.add(GoField.parse(word));
        }
        return new GoStruct(name, fields);
    }

    private static GoStructs load() {
        GoStructs structs = new GoStructs();
        try (InputStream in = GoStructs.class.getResourceAsStream("go-types.txt")) {
            if (in == null) {
                throw new IllegalStateException("go-types.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(structs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return structs;
    }

    private void add(String line) {
        if (line.startsWith("#")) {
            return;
        }
        if (line.startsWith("kind ")) {
            List<String> words = Splitter.on(' ').splitToList(line);
            String version = words.get(1).startsWith("/") ? words.get(1).substring(1) : words.get(1);
            kinds.put(GroupVersionKind.of(version, words.get(2)), words.get(3));
            return;
        }
        int space = line.indexOf(' ');
        lines.put(space < 0 ? line : line.substring(0, space), space < 0 ? "" : line.substring(space + 1));
    }
}
