package dev.drydock.cel.library;

import dev.drydock.cel.type.CelType;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Functions and constants that an environment offers together. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Library {

    /** Its functions; a function that several libraries declare has the forms of all of them. */
    List<FunctionDeclaration> functions();

    /** Names that stand for types, as {@code int} or {@code optional_type}. */
    default Map<String, CelType> types() {
        return Map.of();
    }
}
