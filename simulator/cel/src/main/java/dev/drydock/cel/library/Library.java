package dev.drydock.cel.library;

import dev.drydock.cel.type.CelType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Functions and constants that an environment offers together. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Library {

    /** Its functions; a function that several libraries declare has the forms of all of them. */
    List<FunctionDeclaration> functions();

    /**
     * The names of its functions. A library that tells them without making the functions costs nothing until one of them is
     * used.
     */
    default Set<String> names() {
        return functions().stream().map(FunctionDeclaration::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The libraries that this one consists of, in the order of their forms. */
    default List<Library> parts() {
        return List.of(this);
    }

    /** Names that stand for types, as {@code int} or {@code optional_type}. */
    default Map<String, CelType> types() {
        return Map.of();
    }
}
