package dev.drydock.yaml;

import org.apiguardian.api.API;

/** Writes trees as JSON. */
@API(status = API.Status.STABLE, since = "0.1")
public final class JsonWriter {

    private JsonWriter() {}

    /** One line, keys in the order of the maps. */
    public static String compact(Node node) {
        return CompactJson.write(node);
    }

    /** One line as Go's encoding/json marshals a map: sorted keys, HTML characters escaped, Go's number format. */
    public static String go(Node node) {
        return CompactJson.go(node);
    }

    /** Several lines, keys in the order of the maps, two blanks of indentation. */
    public static String pretty(Node node) {
        return CompactJson.pretty(node, 2);
    }
}
