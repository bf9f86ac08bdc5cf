package dev.drydock.cel.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The functions of some libraries. A library's functions are made when the first of them is asked for: an expression uses a
 * handful of the two hundred that Kubernetes offers.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Functions {

    private final List<Part> parts;
    private final Map<String, FunctionDeclaration> known = new ConcurrentHashMap<>();

    private Functions(List<Part> parts) {
        this.parts = parts;
    }

    /** The functions of these libraries; forms stand in the order of the libraries. */
    public static Functions of(List<Library> libraries) {
        Functions functions = new Functions(List.of());
        for (Library library : libraries) {
            functions = functions.with(library);
        }
        return functions;
    }

    /** The same with a library more. */
    public Functions with(Library library) {
        List<Part> more = new ArrayList<>(parts);
        library.parts().forEach(part -> more.add(new Part(part)));
        return new Functions(List.copyOf(more));
    }

    /** The function of that name with the forms of all libraries, or null. */
    public @Nullable FunctionDeclaration get(String name) {
        return contains(name) ? known.computeIfAbsent(name, this::find) : null;
    }

    /** Whether there is a function of that name. */
    public boolean contains(String name) {
        return parts.stream().anyMatch(part -> part.names.contains(name));
    }

    private FunctionDeclaration find(String name) {
        return parts.stream()
                .filter(part -> part.names.contains(name))
                .map(part -> part.function(name))
                .reduce(FunctionDeclaration::with)
                .orElseThrow();
    }

    /** A library whose functions are made once. */
    private static final class Part {
        private final Library library;
        private final Set<String> names;
        private @Nullable List<FunctionDeclaration> functions;

        Part(Library library) {
            this.library = library;
            this.names = library.names();
        }

        synchronized FunctionDeclaration function(String name) {
            List<FunctionDeclaration> all = functions;
            if (all == null) {
                all = library.functions();
                functions = all;
            }
            return all.stream()
                    .filter(function -> function.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " is named but not declared"));
        }
    }
}
