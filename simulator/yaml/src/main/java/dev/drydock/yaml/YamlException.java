package dev.drydock.yaml;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** A text that cannot be read, with every problem that was found in it. */
@API(status = API.Status.STABLE, since = "0.1")
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;
    private final String upstream;

    /** An exception with at least one problem. */
    public YamlException(List<Diagnostic> diagnostics) {
        this(diagnostics, diagnostics.get(0).message());
    }

    /** An exception with one problem. */
    public YamlException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** An exception with one problem, and the words that the Go library has for it. */
    public YamlException(Diagnostic diagnostic, String upstream) {
        this(List.of(diagnostic), upstream);
    }

    private YamlException(List<Diagnostic> diagnostics, String upstream) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
        this.upstream = upstream;
    }

    /** The problems in the order of the text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * The first problem in the words of the Go library that the real system uses: {@code yaml: line 3: mapping values
     * are not allowed in this context}, {@code invalid character '}' looking for beginning of object key string}.
     */
    public String upstream() {
        return upstream;
    }
}
