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

    /**
     * The error of go-yaml's strict decoding of a YAML text, {@code yaml: unmarshal errors:} and a line for each repeated
     * key; empty when no key is repeated.
     */
    public String strictYamlError() {
        StringBuilder error = new StringBuilder();
        for (DuplicateKey duplicate : duplicates) {
            error.append(error.length() == 0 ? "yaml: unmarshal errors:" : "")
                    .append("\n  ")
                    .append(duplicate.upstream());
        }
        return error.toString();
    }

    /** The first document, the null scalar when there is none. */
    public Node document() {
        return documents.isEmpty() ? ScalarNode.NULL : documents.get(0);
    }
}
