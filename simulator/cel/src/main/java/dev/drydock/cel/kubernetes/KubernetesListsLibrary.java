package dev.drydock.cel.kubernetes;

import static dev.drydock.cel.library.Forms.binary;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.library.Forms.unary;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.INT;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.library.Overload;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Arithmetic;
import dev.drydock.cel.value.DurationValue;
import dev.drydock.cel.value.Equality;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Order;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Order, sums and positions (library/lists.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class KubernetesListsLibrary implements Library {

    private record Named(
            String name, CelType type, @Nullable Value zero) {}

    private static final List<Named> COMPARABLE = List.of(
            new Named("int", INT, Scalar.ZERO),
            new Named("uint", CelType.UINT, new Scalar.Uint(0)),
            new Named("double", CelType.DOUBLE, new Scalar.Real(0)),
            new Named("bool", BOOL, null),
            new Named("duration", CelType.DURATION, new DurationValue(0)),
            new Named("timestamp", CelType.TIMESTAMP, null),
            new Named("string", CelType.STRING, null),
            new Named("bytes", CelType.BYTES, null));
    private static final CelType A = CelType.parameter("A");

    /** The library. */
    public KubernetesListsLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("isSorted", "sum", "max", "min", "indexOf", "lastIndexOf");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                templated(
                        "isSorted",
                        false,
                        of -> member(
                                "list_" + of.name + "_is_sorted_bool",
                                List.of(CelType.list(of.type)),
                                BOOL,
                                unary(KubernetesListsLibrary::isSorted))),
                templated(
                        "sum",
                        true,
                        of -> member(
                                "list_" + of.name + "_sum_" + of.name,
                                List.of(CelType.list(of.type)),
                                of.type,
                                unary(list -> sum(list, of.zero)))),
                templated("max", false, of -> extreme("max", of, -1)),
                templated("min", false, of -> extreme("min", of, 1)),
                function(
                        "indexOf",
                        member(
                                "list_a_index_of_int",
                                List.of(CelType.list(A), A),
                                INT,
                                binary((list, item) -> indexOf(list, item)))),
                function(
                        "lastIndexOf",
                        member(
                                "list_a_last_index_of_int",
                                List.of(CelType.list(A), A),
                                INT,
                                binary((list, item) -> lastIndexOf(list, item)))));
    }

    private static FunctionDeclaration templated(String name, boolean summable, Function<Named, Overload> form) {
        return function(
                name,
                COMPARABLE.stream()
                        .filter(type -> !summable || type.zero != null)
                        .map(form)
                        .toArray(Overload[]::new));
    }

    private static Overload extreme(String name, Named of, int replacedBy) {
        return member(
                "list_" + of.name + "_" + name + "_" + of.name,
                List.of(CelType.list(of.type)),
                of.type,
                unary(list -> extreme(name, (ListValue) list, replacedBy)));
    }

    private static Value extreme(String name, ListValue list, int replacedBy) {
        Value best = null;
        for (Value next : list) {
            if (!Order.isComparable(next)) {
                return Failure.noSuchOverload(next);
            }
            if (best == null || Scalar.of((long) replacedBy).equals(Order.compare(best, next))) {
                best = next;
            }
        }
        return best == null ? new Failure(name + " called on empty list") : best;
    }

    private static Value isSorted(Value value) {
        Value previous = null;
        for (Value next : (ListValue) value) {
            if (!Order.isComparable(next)) {
                return Failure.noSuchOverload(next);
            }
            if (previous != null && Scalar.of(1L).equals(Order.compare(previous, next))) {
                return Scalar.FALSE;
            }
            previous = next;
        }
        return Scalar.TRUE;
    }

    private static Value sum(Value list, @Nullable Value zero) {
        Value sum = zero == null ? Scalar.ZERO : zero;
        for (Value next : (ListValue) list) {
            sum = Arithmetic.add(sum, next);
            if (sum instanceof Failure) {
                return sum;
            }
        }
        return sum;
    }

    private static Value indexOf(Value value, Value item) {
        ListValue list = (ListValue) value;
        for (int i = 0; i < list.size(); i++) {
            if (Equality.isTrue(list.get(i), item)) {
                return Scalar.of((long) i);
            }
        }
        return Scalar.of(-1L);
    }

    private static Value lastIndexOf(Value value, Value item) {
        ListValue list = (ListValue) value;
        for (int i = list.size() - 1; i >= 0; i--) {
            if (Equality.isTrue(list.get(i), item)) {
                return Scalar.of((long) i);
            }
        }
        return Scalar.of(-1L);
    }
}
