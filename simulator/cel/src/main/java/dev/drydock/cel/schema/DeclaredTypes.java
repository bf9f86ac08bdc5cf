package dev.drydock.cel.schema;

import dev.drydock.cel.check.TypeProvider;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The object types within some declared types (apiserver, pkg/cel/types.go, DeclTypeProvider). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DeclaredTypes implements TypeProvider {

    private final Map<String, DeclaredType> types = new LinkedHashMap<>();

    private DeclaredTypes() {}

    /** The types within these. */
    public static DeclaredTypes of(DeclaredType... roots) {
        DeclaredTypes all = new DeclaredTypes();
        for (DeclaredType root : roots) {
            all.add(root);
        }
        return all;
    }

    private void add(DeclaredType type) {
        if (type.element() != null) {
            add(type.element());
        }
        if (type.fields() != null && types.putIfAbsent(type.type().name(), type) == null) {
            type.fields().values().forEach(this::add);
        }
    }

    @Override
    public @Nullable CelType type(String name) {
        @Nullable DeclaredType type = types.get(name);
        return type == null ? null : type.type();
    }

    @Override
    public @Nullable CelType field(String type, String field) {
        @Nullable DeclaredType declared = types.get(type);
        if (declared == null || declared.fields() == null || declared.type().kind() != Kind.OBJECT) {
            return null;
        }
        @Nullable DeclaredType found = declared.fields().get(field);
        if (found == null && FieldNames.isReserved(field)) {
            found = declared.fields().get("__" + field + "__");
        }
        return found == null ? null : found.type();
    }
}
