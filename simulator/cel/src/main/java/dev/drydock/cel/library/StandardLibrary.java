package dev.drydock.cel.library;

import dev.drydock.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** What every expression has (cel-go, common/stdlib/standard.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StandardLibrary implements Library {

    /** The library. */
    public StandardLibrary() {}

    @Override
    public List<FunctionDeclaration> functions() {
        List<FunctionDeclaration> all = new ArrayList<>(LogicFunctions.all());
        all.addAll(ArithmeticFunctions.all());
        all.addAll(ComparisonFunctions.all());
        all.addAll(CollectionFunctions.all());
        all.addAll(ConversionFunctions.all());
        all.addAll(TextFunctions.all());
        all.addAll(TimeFunctions.all());
        return all;
    }

    @Override
    public Map<String, CelType> types() {
        return StandardTypes.all();
    }
}
