package dev.drydock.yaml;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** A text that cannot be read, with every problem that was found in it. */
@API(status = API.Status.STABLE, since = "0.1")
public final class YamlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    /** An exception with at least one problem. */
    public YamlException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** An exception with one problem. */
    public YamlException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** The problems in the order of the text. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
