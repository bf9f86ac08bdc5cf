package dev.drydock.cel.kubernetes;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.library.Overload;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apiguardian.api.API;

/** Semantic versions, version 1 (library/semverlib.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SemverLibrary implements Library {

    private static final CelType SEMVER = SemverValue.TYPE;
    private static final List<CelType> TWO = List.of(SEMVER, SEMVER);

    /** The library. */
    public SemverLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("semver", "isSemver", "isGreaterThan", "isLessThan", "compareTo", "major", "minor", "patch");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function(
                        "semver",
                        form("string_to_semver", List.of(STRING), SEMVER, Arguments.ofText(SemverReader::parse)),
                        form(
                                "string_bool_to_semver",
                                List.of(STRING, BOOL),
                                SEMVER,
                                Arguments.refusing(SemverLibrary::read))),
                function(
                        "isSemver",
                        form("is_semver_string", List.of(STRING), BOOL, Arguments.accepts(SemverReader::parse)),
                        form("is_semver_string_bool", List.of(STRING, BOOL), BOOL, SemverLibrary::isSemver)),
                function("isGreaterThan", member("semver_is_greater_than", TWO, BOOL, a -> Scalar.of(compare(a) > 0))),
                function("isLessThan", member("semver_is_less_than", TWO, BOOL, a -> Scalar.of(compare(a) < 0))),
                function("compareTo", member("semver_compare_to", TWO, INT, a -> Scalar.of((long) compare(a)))),
                function("major", part("semver_major", SemverValue::major)),
                function("minor", part("semver_minor", SemverValue::minor)),
                function("patch", part("semver_patch", SemverValue::patch)));
    }

    private static Value read(List<Value> arguments) {
        String text = Arguments.text(arguments.get(0));
        return Scalar.TRUE.equals(arguments.get(1)) ? SemverReader.normalized(text) : SemverReader.parse(text);
    }

    private static Value isSemver(List<Value> arguments) {
        try {
            read(arguments);
            return Scalar.TRUE;
        } catch (IllegalArgumentException e) {
            return Scalar.FALSE;
        }
    }

    private static int compare(List<Value> arguments) {
        return ((SemverValue) arguments.get(0)).compareTo((SemverValue) arguments.get(1));
    }

    private static Overload part(String id, ToLongFunction<SemverValue> read) {
        return member(id, List.of(SEMVER), INT, a -> Scalar.of(read.applyAsLong((SemverValue) a.get(0))));
    }
}
