package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML texts into located trees, as {@link YamlMode one of two readers} of the Kubernetes world does.
 *
 * <p>A text is cut into documents, each document is scanned and parsed into a syntax tree by the grammar that both
 * share, and a composer gives the tree its values by the rules of the mode.
 */
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
        return parseAll(text, file, mode).documents();
    }

    /**
     * All documents of a stream in UTF-8.
     *
     * @throws YamlException when the bytes are no UTF-8 text or the text is no YAML of that mode
     */
    public static List<Node> readAll(byte[] text, String file, YamlMode mode) {
        return readAll(Utf8.decode(text, file), file, mode);
    }

    /**
     * All documents of a stream with the keys that were given more than once (in Kubernetes mode; the other refuses
     * them). In Kubernetes mode a text that begins with a brace is read as JSON values in a row when it is that.
     *
     * @throws YamlException when the text is no YAML of that mode
     */
    public static Parsed parseAll(String text, String file, YamlMode mode) {
        Parsed json = mode == YamlMode.KUBERNETES ? json(text, file) : null;
        if (json != null) {
            return json;
        }
        List<Node> documents = new ArrayList<>();
        List<DuplicateKey> duplicates = new ArrayList<>();
        List<Chunk> chunks = YamlStreams.split(text, file, mode);
        for (int i = 0; i < chunks.size(); i++) {
            @Nullable SyntaxNode root = parse(chunks.get(i), mode);
            try {
                Parsed parsed = compose(root, chunks.get(i), mode);
                if (!parsed.document().isNull()) {
                    documents.addAll(parsed.documents());
                    duplicates.addAll(parsed.duplicates());
                }
            } catch (YamlException e) {
                if (mode == YamlMode.KUSTOMIZE) {
                    // kustomize parses all documents before it looks at the first: what is no YAML comes first
                    chunks.subList(i + 1, chunks.size()).forEach(chunk -> parse(chunk, mode));
                }
                throw e;
            }
        }
        return new Parsed(documents, duplicates);
    }

    /**
     * The first document of a text that is not cut into documents before, as go-yaml's Unmarshal and with it the API
     * server reads a request body; what follows the first document is not looked at.
     *
     * @throws YamlException when the text is no YAML of that mode
     */
    public static Parsed parseFirst(String text, String file, YamlMode mode) {
        if (text.length() > Limits.CODE_POINTS) {
            String message = Limits.tooLong(text.length());
            throw new YamlException(Diagnostic.of(new Location(file, 1, 1), message), message);
        }
        return first(new Chunk(text, file, 0), mode);
    }

    /**
     * The only document of a text; the null scalar for an empty text.
     *
     * @throws YamlException also when there is more than one document
     */
    public static Node read(String text, String file, YamlMode mode) {
        List<Node> documents = readAll(text, file, mode);
        if (documents.size() > 1) {
            Location place = documents.get(1).location();
            String message = "expected one document, this is the second";
            throw new YamlException(new Diagnostic(place, message, SourceLine.number(text, place.line())), message);
        }
        return documents.isEmpty() ? ScalarNode.NULL : documents.get(0);
    }

    /**
     * The only document of a text in UTF-8; the null scalar for an empty text.
     *
     * @throws YamlException when the bytes are no UTF-8 text, or as {@link #read(String, String, YamlMode)}
     */
    public static Node read(byte[] text, String file, YamlMode mode) {
        return read(Utf8.decode(text, file), file, mode);
    }

    /**
     * The places of a text at which something stands that reading it passes over without a word: what follows the end of a
     * document, {@code ...}, and tags that name no type of YAML.
     *
     * @throws YamlException when the text is no YAML of Kubernetes mode
     */
    public static List<Diagnostic> unread(String text, String file) {
        List<Diagnostic> places = new ArrayList<>();
        if (json(text, file) != null) {
            return places;
        }
        for (Chunk chunk : YamlStreams.split(text, file, YamlMode.KUBERNETES)) {
            new Unread(chunk, places).find(parse(chunk, YamlMode.KUBERNETES));
        }
        return places;
    }

    /** JSON values in a row, or null when a text is not that; it may still be YAML in flow style. */
    private static @Nullable Parsed json(String text, String file) {
        if (!text.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            JsonParser parser = new JsonParser(text, file, true);
            List<Node> values = JsonReader.readAll(parser);
            return new Parsed(values, parser.duplicates());
        } catch (YamlException e) {
            return null;
        }
    }

    private static Parsed first(Chunk chunk, YamlMode mode) {
        return compose(parse(chunk, mode), chunk, mode);
    }

    private static @Nullable SyntaxNode parse(Chunk chunk, YamlMode mode) {
        try {
            return new YamlParser(chunk, mode).document();
        } catch (SyntaxProblem e) {
            throw e.in(chunk, mode);
        }
    }

    private static Parsed compose(@Nullable SyntaxNode root, Chunk chunk, YamlMode mode) {
        if (root == null) {
            return new Parsed(List.of(), List.of());
        }
        Composer composer = Composer.of(chunk, mode);
        Node node = composer.compose(root);
        return new Parsed(List.of(node), composer.duplicates);
    }
}
