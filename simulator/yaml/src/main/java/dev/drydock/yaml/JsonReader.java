package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Reads JSON texts into located trees, as strictly as Go's encoding/json.
 *
 * <p>Numbers without fraction and exponent are integers of any size, others doubles. Lone surrogates become U+FFFD.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class JsonReader {

    private JsonReader() {}

    /**
     * The value of a JSON text. Of duplicate keys the last wins; numbers without fraction and exponent are integers.
     *
     * @throws YamlException when the text is no JSON; {@link YamlException#upstream()} has the words of encoding/json
     */
    public static Node read(String text, String file) {
        return readReportingDuplicates(text, file).document();
    }

    /**
     * The value of a JSON text in UTF-8.
     *
     * @throws YamlException when the bytes are no UTF-8 or the text is no JSON
     */
    public static Node read(byte[] text, String file) {
        return read(Utf8.decode(text, file), file);
    }

    /**
     * The value of a JSON text, with all keys that were given more than once.
     *
     * @throws YamlException when the text is no JSON
     */
    public static Parsed readReportingDuplicates(String text, String file) {
        JsonParser parser = new JsonParser(text, file);
        Node node = parser.value();
        parser.end();
        return new Parsed(List.of(node), parser.duplicates());
    }

    /**
     * The same, except that objects of the same key are put together instead of the last one winning, as Go does when it
     * decodes into a struct.
     *
     * @throws YamlException when the text is no JSON
     */
    public static Parsed readMergingDuplicates(String text, String file) {
        JsonParser parser = new JsonParser(text, file).merging();
        Node node = parser.value();
        parser.end();
        return new Parsed(List.of(node), parser.duplicates());
    }

    /**
     * All values of a text that holds several, one behind the other (Go's json.Decoder).
     *
     * @throws YamlException when one of them is no JSON
     */
    public static List<Node> readAll(String text, String file) {
        return readAll(new JsonParser(text, file));
    }

    static List<Node> readAll(JsonParser parser) {
        List<Node> values = new ArrayList<>();
        while (!parser.atEnd()) {
            values.add(parser.value());
        }
        return values;
    }
}
