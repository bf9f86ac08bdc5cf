package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.binary;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.library.Forms.singleton;
import static dev.drydock.cel.library.Forms.unguarded;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The functions on strings that every expression has. */
final class TextFunctions implements Library {

    private static final List<CelType> TWO_TEXTS = List.of(STRING, STRING);

    @Override
    public Set<String> names() {
        return Set.of("contains", "endsWith", "startsWith", "matches");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                unguarded("contains", test("contains_string", String::contains)),
                unguarded("endsWith", test("ends_with_string", String::endsWith)),
                unguarded("startsWith", test("starts_with_string", String::startsWith)),
                singleton(
                        "matches",
                        binary(Patterns::matches),
                        form("matches", TWO_TEXTS, BOOL),
                        member("matches_string", TWO_TEXTS, BOOL)));
    }

    private static Overload test(String id, BiPredicate<String, String> holds) {
        return member(id, TWO_TEXTS, BOOL, binary((text, part) -> test(text, part, holds)));
    }

    private static Value test(Value text, Value part, BiPredicate<String, String> holds) {
        if (!(text instanceof Scalar.Text whole)) {
            return Failure.noSuchOverload(text);
        }
        if (!(part instanceof Scalar.Text piece)) {
            return Failure.noSuchOverload(part);
        }
        return Scalar.of(holds.test(whole.value(), piece.value()));
    }
}
