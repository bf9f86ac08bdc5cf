package dev.drydock.flux.ssa;

import com.google.common.base.Splitter;
import dev.drydock.yaml.MapNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Go types as tables: which fields a type has, which are left out when empty.
 *
 * <p>Flux converts every built-in object to its Go type and back before it applies it: unknown fields vanish, fields
 * without {@code omitempty} appear, quantities get their canonical form.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoTypes {

    /** One JSON field of a struct; an inlined struct has no name. */
    record Field(String name, String type, boolean omitEmpty, boolean omitZero) {}

    private static final GoTypes SCHEME = of(GoTypes.class, "go-types.txt");

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, List<Field>> structs = new HashMap<>();

    private GoTypes() {}

    /** The object after a round trip, or null when the type is not known or a value does not fit its field. */
    static @Nullable MapNode roundTrip(MapNode object) {
        String type = SCHEME.kinds.get(ObjectFields.apiVersion(object) + " " + ObjectFields.kind(object));
        return type == null ? null : SCHEME.roundTrip(object, type);
    }

    /** The value after a round trip through a type of the table, or null when a value does not fit its field. */
    public @Nullable MapNode roundTrip(MapNode value, String type) {
        try {
            return new GoRoundTrip(structs).struct(value, type);
        } catch (GoRoundTrip.Mismatch e) {
            return null;
        }
    }

    /** The table in a resource next to a class. */
    public static GoTypes of(Class<?> owner, String resource) {
        GoTypes types = new GoTypes();
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                types.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private void add(String line) {
        if (line.startsWith("#")) {
            return;
        }
        List<String> words = Splitter.on(' ').splitToList(line);
        if (words.get(0).equals("kind")) {
            String apiVersion = words.get(1).startsWith("/") ? words.get(1).substring(1) : words.get(1);
            kinds.put(apiVersion + " " + words.get(2), words.get(3));
            return;
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            int colon = words.get(i).indexOf(':');
            String name = words.get(i).substring(0, colon);
            boolean omitZero = name.endsWith("0") && name.contains("?");
            name = omitZero ? name.substring(0, name.length() - 1) : name;
            boolean omitEmpty = name.endsWith("?");
            name = omitEmpty ? name.substring(0, name.length() - 1) : name;
            fields.add(new Field(name, words.get(i).substring(colon + 1), omitEmpty, omitZero));
        }
        structs.put(words.get(0), fields);
    }
}
