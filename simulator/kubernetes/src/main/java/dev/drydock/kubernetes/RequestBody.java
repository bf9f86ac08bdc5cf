package dev.drydock.kubernetes;

import dev.drydock.yaml.Node;
import org.apiguardian.api.API;

/** What a write sends. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface RequestBody {

    /**
     * An object that the client had as a value.
     *
     * @param node the object, or the list of operations of a JSON patch
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Value(Node node) implements RequestBody {}

    /**
     * A text that the server decodes, with whatever mistakes it holds.
     *
     * @param text the bytes as UTF-8 text
     * @param mediaType its media type, such as {@code application/json} or {@code application/yaml}
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Text(String text, String mediaType) implements RequestBody {}
}
