package dev.drydock.cel.ast;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a name or a call was resolved to (cel-go, common/ast ReferenceInfo).
 *
 * @param name the variable or type that an identifier means; null for a call
 * @param overloads the ids of the overloads that fit a call, in the order of declaration; empty for an identifier
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Reference(@Nullable String name, List<String> overloads) {

    /** A reference to a variable or a type. */
    public static Reference name(String name) {
        return new Reference(name, List.of());
    }

    /** A reference to overloads. */
    public static Reference overloads(List<String> ids) {
        return new Reference(null, List.copyOf(ids));
    }
}
