package dev.drydock.cel.cost;

import dev.drydock.cel.schema.DeclaredType;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What is known about the sizes of values from outside of the expression. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SizeHints {

    /** No hints. */
    SizeHints NONE = path -> null;

    /**
     * The size of the value at a path from a variable, as {@code self, list, @items}, or null where it is unknown.
     *
     * @param path names, and {@code @items}, {@code @values} or {@code @keys}; never empty
     */
    @Nullable
    Range size(List<String> path);

    /** Sizes by a declared type, which the first name of every path has (apiextensions-apiserver, sizeEstimator). */
    static SizeHints of(DeclaredType root) {
        return path -> {
            @Nullable DeclaredType type = root;
            for (String name : path.subList(1, path.size())) {
                type = within(type, name);
                if (type == null) {
                    return null;
                }
            }
            return new Range(0, type.maxElements());
        };
    }

    private static @Nullable DeclaredType within(DeclaredType type, String name) {
        return switch (name) {
            case "@items", "@values" -> type.element();
            case "@keys" -> type.key();
            default -> {
                @Nullable Map<String, DeclaredType> fields = type.fields();
                yield fields == null ? null : fields.get(name);
            }
        };
    }
}
