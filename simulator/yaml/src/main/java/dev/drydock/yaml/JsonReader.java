package dev.drydock.yaml;

import org.apiguardian.api.API;

/** Reads JSON texts into located trees. */
@API(status = API.Status.STABLE, since = "0.1")
public final class JsonReader {

    private JsonReader() {}

    /**
     * The value of a JSON text. Of duplicate keys the last wins; numbers without fraction and exponent are integers.
     *
     * @throws YamlException when the text is no JSON
     */
    public static Node read(String text, String file) {
        throw new UnsupportedOperationException("in work");
    }
}
