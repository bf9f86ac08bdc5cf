package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.library.Forms.unary;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Printer;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.cel.value.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/** Values that may be missing (cel-go, cel/library.go); {@code or}, {@code orValue} and the indexes are the interpreter's. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OptionalLibrary implements Library {

    private static final CelType K = CelType.parameter("K");
    private static final CelType V = CelType.parameter("V");
    private static final CelType OPTIONAL = CelType.optional(V);
    private static final CelType LIST = CelType.list(V);
    private static final CelType MAP = CelType.map(K, V);

    /** The library. */
    public OptionalLibrary() {}

    @Override
    public Map<String, CelType> types() {
        return Map.of("optional_type", OPTIONAL);
    }

    @Override
    public Set<String> names() {
        return Set.of(
                "optional.of",
                "optional.ofNonZeroValue",
                "optional.none",
                "value",
                "hasValue",
                "or",
                "orValue",
                "_?._",
                "_[?_]",
                "_[_]",
                "last",
                "first",
                "optional.unwrap",
                "unwrapOpt");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("optional.of", form("optional_of", List.of(V), OPTIONAL, unary(OptionalValue::of))),
                function(
                        "optional.ofNonZeroValue",
                        form(
                                "optional_ofNonZeroValue",
                                List.of(V),
                                OPTIONAL,
                                unary(value -> Zeros.isZero(value) ? OptionalValue.NONE : OptionalValue.of(value)))),
                function("optional.none", form("optional_none", List.of(), OPTIONAL, a -> OptionalValue.NONE)),
                function(
                        "value",
                        member("optional_value", List.of(OPTIONAL), V, unary(value -> ((OptionalValue) value).get()))),
                function(
                        "hasValue",
                        member(
                                "optional_hasValue",
                                List.of(OPTIONAL),
                                BOOL,
                                unary(value -> Scalar.of(((OptionalValue) value).value() != null)))),
                function("or", member("optional_or_optional", List.of(OPTIONAL, OPTIONAL), OPTIONAL)),
                function("orValue", member("optional_orValue_value", List.of(OPTIONAL, V), V)),
                function("_?._", form("select_optional_field", List.of(CelType.DYN, STRING), OPTIONAL)),
                function(
                        "_[?_]",
                        form("list_optindex_optional_int", List.of(LIST, INT), OPTIONAL),
                        form("optional_list_optindex_optional_int", List.of(CelType.optional(LIST), INT), OPTIONAL),
                        form("map_optindex_optional_value", List.of(MAP, K), OPTIONAL),
                        form("optional_map_optindex_optional_value", List.of(CelType.optional(MAP), K), OPTIONAL)),
                function(
                        "_[_]",
                        form("optional_list_index_int", List.of(CelType.optional(LIST), INT), OPTIONAL),
                        form("optional_map_index_value", List.of(CelType.optional(MAP), K), OPTIONAL)),
                function(
                        "last",
                        member("list_last", List.of(LIST), OPTIONAL, unary(list -> at((ListValue) list, true)))),
                function(
                        "first",
                        member("list_first", List.of(LIST), OPTIONAL, unary(list -> at((ListValue) list, false)))),
                function(
                        "optional.unwrap",
                        form("optional_unwrap", List.of(CelType.list(OPTIONAL)), LIST, unary(OptionalLibrary::unwrap))),
                function(
                        "unwrapOpt",
                        member(
                                "optional_unwrapOpt",
                                List.of(CelType.list(OPTIONAL)),
                                LIST,
                                unary(OptionalLibrary::unwrap))));
    }

    private static Value at(ListValue list, boolean last) {
        return list.size() == 0 ? OptionalValue.NONE : OptionalValue.of(list.get(last ? list.size() - 1 : 0));
    }

    private static Value unwrap(Value list) {
        List<Value> values = new ArrayList<>();
        for (Value element : (ListValue) list) {
            if (!(element instanceof OptionalValue optional)) {
                return new Failure("value " + Printer.plain(element) + " is not optional");
            }
            if (optional.value() != null) {
                values.add(optional.get());
            }
        }
        return ListValue.of(values);
    }
}
