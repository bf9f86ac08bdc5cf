package dev.drydock.yaml;

import java.util.List;
import org.apiguardian.api.API;

/** Reads YAML texts into located trees. */
@API(status = API.Status.STABLE, since = "0.1")
public final class YamlReader {

    private YamlReader() {}

    /**
     * All documents of a stream in order; empty documents are left out.
     *
     * @param file name for locations and messages
     * @throws YamlException when the text is no YAML of that mode, or beyond the limits against bombs
     */
    public static List<Node> readAll(String text, String file, YamlMode mode) {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * The only document of a text; the null scalar for an empty text.
     *
     * @throws YamlException also when there is more than one document
     */
    public static Node read(String text, String file, YamlMode mode) {
        throw new UnsupportedOperationException("in work");
    }
}
