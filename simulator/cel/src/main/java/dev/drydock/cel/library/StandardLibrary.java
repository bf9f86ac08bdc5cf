package dev.drydock.cel.library;

import dev.drydock.cel.type.CelType;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** What every expression has (cel-go, common/stdlib/standard.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StandardLibrary implements Library {

    /** The library. */
    public StandardLibrary() {}

    @Override
    public List<Library> parts() {
        return List.of(
                new LogicFunctions(),
                new ArithmeticFunctions(),
                new ComparisonFunctions(),
                new CollectionFunctions(),
                new ConversionFunctions(),
                new TextFunctions(),
                new TimeFunctions());
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return parts().stream().flatMap(part -> part.functions().stream()).toList();
    }

    @Override
    public Map<String, CelType> types() {
        return StandardTypes.all();
    }
}
