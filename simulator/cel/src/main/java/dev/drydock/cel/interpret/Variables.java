package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Value;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What the names in an expression stand for. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Variables {

    /** No names at all. */
    Variables NONE = name -> null;

    /** The names of a map. */
    static Variables of(Map<String, Value> values) {
        return values::get;
    }

    /** The value of a name, which may be an error, or null where there is no such name. */
    @Nullable
    Value find(String name);
}
