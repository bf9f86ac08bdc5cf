package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.binary;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.library.Forms.singleton;
import static dev.drydock.cel.library.Forms.unary;
import static dev.drydock.cel.library.StandardTypes.A;
import static dev.drydock.cel.library.StandardTypes.B;
import static dev.drydock.cel.library.StandardTypes.LIST_OF_A;
import static dev.drydock.cel.library.StandardTypes.MAP_OF_A_B;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.BYTES;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.value.Collections;
import java.util.List;
import java.util.Set;

/** Indexing, membership and size. */
final class CollectionFunctions implements Library {

    @Override
    public Set<String> names() {
        return Set.of("_[_]", "@in", "size");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function(
                        "_[_]",
                        form("index_list", List.of(LIST_OF_A, INT), A),
                        form("index_map", List.of(MAP_OF_A_B, A), B)),
                singleton(
                        "@in",
                        binary(Collections::in),
                        form("in_list", List.of(A, LIST_OF_A), BOOL),
                        form("in_map", List.of(A, MAP_OF_A_B), BOOL)),
                singleton(
                        "size",
                        unary(Collections::size),
                        form("size_bytes", List.of(BYTES), INT),
                        member("bytes_size", List.of(BYTES), INT),
                        form("size_list", List.of(LIST_OF_A), INT),
                        member("list_size", List.of(LIST_OF_A), INT),
                        form("size_map", List.of(MAP_OF_A_B), INT),
                        member("map_size", List.of(MAP_OF_A_B), INT),
                        form("size_string", List.of(STRING), INT),
                        member("string_size", List.of(STRING), INT)));
    }
}
