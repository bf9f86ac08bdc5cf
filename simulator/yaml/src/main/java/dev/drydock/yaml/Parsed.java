package dev.drydock.yaml;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What was read from a text, with the keys that were given more than once.
 *
 * @param documents the documents in order
 * @param duplicates the repeated keys in the order of the text
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Parsed(List<Node> documents, List<DuplicateKey> duplicates) {

    /** Copies the lists. */
    public Parsed {
        documents = List.copyOf(documents);
        duplicates = List.copyOf(duplicates);
    }

    /** The first document, the null scalar when there is none. */
    public Node document() {
        return documents.isEmpty() ? ScalarNode.NULL : documents.get(0);
    }
}
