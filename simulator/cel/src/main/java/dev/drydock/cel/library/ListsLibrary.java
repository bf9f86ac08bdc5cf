package dev.drydock.cel.library;

import static dev.drydock.cel.library.Checked.list;
import static dev.drydock.cel.library.Checked.number;
import static dev.drydock.cel.library.Checked.refusing;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.library.Forms.singleton;
import static dev.drydock.cel.library.Forms.unguarded;
import static dev.drydock.cel.type.CelType.DYN;
import static dev.drydock.cel.type.CelType.INT;

import dev.drydock.cel.library.Overload.Body;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Equality;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;

/** More functions on lists, version 3 (cel-go, ext/lists.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ListsLibrary implements Library {

    private static final CelType LIST = CelType.list(CelType.parameter("T"));
    private static final CelType LISTS = CelType.list(LIST);
    private static final CelType ANY_LIST = CelType.list(DYN);
    private static final List<CelType> COMPARABLE = List.of(
            INT,
            CelType.UINT,
            CelType.DOUBLE,
            CelType.BOOL,
            CelType.DURATION,
            CelType.TIMESTAMP,
            CelType.STRING,
            CelType.BYTES);

    /** A longer list would never be finished within the cost limit. */
    private static final long LONGEST_RANGE = 10_000_000;

    /** The library. */
    public ListsLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("slice", "flatten", "sort", "@sortByAssociatedKeys", "lists.range", "reverse", "distinct");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("slice", member("list_slice", List.of(LIST, INT, INT), LIST, refusing(ListsLibrary::slice))),
                unguarded(
                        "flatten",
                        member("list_flatten", List.of(LISTS), LIST, refusing(ListsLibrary::flatten)),
                        member("list_flatten_int", List.of(ANY_LIST, INT), ANY_LIST, refusing(ListsLibrary::flatten))),
                templated(
                        "sort",
                        refusing(a -> a.get(0) instanceof ListValue list
                                ? Sorting.sort(list, list)
                                : Failure.unanswered("sort", a.get(0))),
                        type -> member(
                                "list_" + type.runtimeName() + "_sort",
                                List.of(CelType.list(type)),
                                CelType.list(type))),
                templated(
                        "@sortByAssociatedKeys",
                        refusing(a -> a.get(0) instanceof ListValue list && a.get(1) instanceof ListValue keys
                                ? Sorting.sort(list, keys)
                                : Failure.unanswered("@sortByAssociatedKeys", a.get(0))),
                        type -> member(
                                "list_" + type.runtimeName() + "_sortByAssociatedKeys",
                                List.of(LIST, CelType.list(type)),
                                LIST)),
                function("lists.range", form("lists_range", List.of(INT), CelType.list(INT), a -> range(number(a, 0)))),
                function("reverse", member("list_reverse", List.of(LIST), LIST, a -> reverse(list(a, 0)))),
                function("distinct", member("list_distinct", List.of(LIST), LIST, a -> distinct(list(a, 0)))));
    }

    private static FunctionDeclaration templated(String name, Body body, Function<CelType, Overload> form) {
        return singleton(name, body, COMPARABLE.stream().map(form).toArray(Overload[]::new));
    }

    private static Value slice(List<Value> arguments) {
        ListValue list = list(arguments, 0);
        long start = number(arguments, 1);
        long end = number(arguments, 2);
        String call = "cannot slice(" + start + ", " + end + "), ";
        if (start < 0 || end < 0) {
            throw new IllegalArgumentException(call + "negative indexes not supported");
        }
        if (start > end) {
            throw new IllegalArgumentException(call + "start index must be less than or equal to end index");
        }
        if (list.size() < end) {
            throw new IllegalArgumentException(call + "list is length " + list.size());
        }
        List<Value> values = new ArrayList<>();
        for (int i = (int) start; i < end; i++) {
            values.add(list.get(i));
        }
        return ListValue.of(values);
    }

    private static Value flatten(List<Value> arguments) {
        if (!(arguments.get(0) instanceof ListValue list)) {
            return Failure.noSuchOverload(arguments.get(0));
        }
        if (arguments.size() > 1 && !(arguments.get(1) instanceof Scalar.Int)) {
            return Failure.noSuchOverload(arguments.get(1));
        }
        long depth = arguments.size() == 1 ? 1 : number(arguments, 1);
        if (depth < 0) {
            throw new IllegalArgumentException("level must be non-negative");
        }
        List<Value> flat = new ArrayList<>();
        flatten(list, depth, flat);
        return ListValue.of(flat);
    }

    private static void flatten(ListValue list, long depth, List<Value> flat) {
        for (Value value : list) {
            if (value instanceof ListValue nested && depth > 0) {
                flatten(nested, depth - 1, flat);
            } else {
                flat.add(value);
            }
        }
    }

    private static Value range(long count) {
        if (count > LONGEST_RANGE) {
            return new Failure("operation cancelled: actual cost limit exceeded");
        }
        List<Value> values = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            values.add(Scalar.of(i));
        }
        return ListValue.of(values);
    }

    private static Value reverse(ListValue list) {
        List<Value> values = new ArrayList<>();
        for (int i = list.size() - 1; i >= 0; i--) {
            values.add(list.get(i));
        }
        return ListValue.of(values);
    }

    private static Value distinct(ListValue list) {
        List<Value> values = new ArrayList<>();
        for (Value value : list) {
            if (values.stream().noneMatch(seen -> Equality.isTrue(value, seen))) {
                values.add(value);
            }
        }
        return ListValue.of(values);
    }
}
