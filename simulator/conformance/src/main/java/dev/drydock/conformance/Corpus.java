package dev.drydock.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A recorded corpus: questions that the real system was asked, with its answers. Each corpus has one small adapter, which
 * turns its cases into questions to a room of Drydock; {@link Corpora} knows them all.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Corpus {

    /** The name on the command line. */
    String name();

    /**
     * The questions, in the order of the corpus. Asking them must not depend on this order.
     *
     * @param path the corpus' folder, or its file of cases
     * @throws IOException when a file is missing or cannot be read
     * @throws dev.drydock.yaml.YamlException when a file is no JSON or YAML
     */
    List<Question> read(Path path) throws IOException;
}
