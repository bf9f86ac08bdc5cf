package dev.drydock.cel.check;

import dev.drydock.cel.library.Functions;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.WellKnownTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The functions, variables and types that expressions may use; never changed, extended by making more.
 *
 * @param homogeneous whether the elements of a list or map that is written out must be of one type
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Declarations(
        Functions functions,
        Map<String, CelType> variables,
        Map<String, CelType> typeNames,
        TypeProvider types,
        boolean homogeneous) {

    /** What some libraries declare, with no variable. */
    public static Declarations of(List<Library> libraries, boolean homogeneous) {
        Map<String, CelType> typeNames = new LinkedHashMap<>();
        libraries.forEach(library -> typeNames.putAll(library.types()));
        return new Declarations(Functions.of(libraries), Map.of(), typeNames, TypeProvider.NONE, homogeneous);
    }

    /** The same with a variable more. */
    public Declarations with(String variable, CelType type) {
        Map<String, CelType> more = new LinkedHashMap<>(variables);
        more.put(variable, type);
        return new Declarations(functions, more, typeNames, types, homogeneous);
    }

    /** The same with the functions and types of a library more. */
    public Declarations with(Library library) {
        Map<String, CelType> moreTypes = new LinkedHashMap<>(typeNames);
        moreTypes.putAll(library.types());
        return new Declarations(functions.with(library), variables, moreTypes, types, homogeneous);
    }

    /** The same with object types from this provider. */
    public Declarations with(TypeProvider provider) {
        return new Declarations(functions, variables, typeNames, provider, homogeneous);
    }

    /** The type of a variable, of a type's name, or null. */
    @Nullable
    CelType identifier(String name) {
        @Nullable CelType variable = variables.get(name);
        if (variable != null) {
            return variable;
        }
        @Nullable CelType object = types.type(name);
        if (object != null) {
            return CelType.type(object);
        }
        @Nullable CelType named = typeNames.get(name);
        if (named != null) {
            return CelType.type(named);
        }
        @Nullable CelType known = WellKnownTypes.type(name);
        return known == null ? null : CelType.type(known);
    }
}
