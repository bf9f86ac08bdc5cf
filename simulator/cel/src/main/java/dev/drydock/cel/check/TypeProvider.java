package dev.drydock.cel.check;

import dev.drydock.cel.type.CelType;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The object types that expressions can name, with their fields. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TypeProvider {

    /** A provider that knows no types. */
    TypeProvider NONE = new TypeProvider() {
        @Override
        public @Nullable CelType type(String name) {
            return null;
        }

        @Override
        public @Nullable CelType field(String type, String field) {
            return null;
        }
    };

    /** The object type of that name, or null. */
    @Nullable
    CelType type(String name);

    /** The type of a field, or null where the type has no such field. */
    @Nullable
    CelType field(String type, String field);
}
