package dev.drydock.cel.library;

import static dev.drydock.cel.library.Checked.list;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Collections;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Lists as sets (cel-go, ext/sets.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SetsLibrary implements Library {

    private static final CelType LIST = CelType.list(CelType.parameter("T"));
    private static final List<CelType> TWO = List.of(LIST, LIST);

    /** The library. */
    public SetsLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("sets.contains", "sets.equivalent", "sets.intersects");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function(
                        "sets.contains",
                        form(
                                "list_sets_contains_list",
                                TWO,
                                CelType.BOOL,
                                a -> Scalar.of(contains(list(a, 0), list(a, 1))))),
                function(
                        "sets.equivalent",
                        form(
                                "list_sets_equivalent_list",
                                TWO,
                                CelType.BOOL,
                                a -> Scalar.of(contains(list(a, 0), list(a, 1)) && contains(list(a, 1), list(a, 0))))),
                function(
                        "sets.intersects",
                        form(
                                "list_sets_intersects_list",
                                TWO,
                                CelType.BOOL,
                                a -> Scalar.of(intersects(list(a, 0), list(a, 1))))));
    }

    private static boolean contains(ListValue all, ListValue some) {
        for (Value element : some) {
            if (!Scalar.TRUE.equals(Collections.in(element, all))) {
                return false;
            }
        }
        return true;
    }

    private static boolean intersects(ListValue left, ListValue right) {
        for (Value element : left) {
            if (Scalar.TRUE.equals(Collections.in(element, right))) {
                return true;
            }
        }
        return false;
    }
}
