package dev.drydock.cel.kubernetes;

import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.library.Patterns;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** What matches a regular expression (library/regex.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RegexLibrary implements Library {

    /** The library. */
    public RegexLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("find", "findAll");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function(
                        "find",
                        member(
                                "string_find_string",
                                List.of(STRING, STRING),
                                STRING,
                                a -> find(Arguments.text(a.get(0)), Arguments.text(a.get(1))))),
                function(
                        "findAll",
                        member(
                                "string_find_all_string",
                                List.of(STRING, STRING),
                                CelType.list(STRING),
                                a -> findAll(Arguments.text(a.get(0)), Arguments.text(a.get(1)), -1)),
                        member(
                                "string_find_all_string_int",
                                List.of(STRING, STRING, INT),
                                CelType.list(STRING),
                                a -> findAll(
                                        Arguments.text(a.get(0)),
                                        Arguments.text(a.get(1)),
                                        ((Scalar.Int) a.get(2)).value()))));
    }

    private static Value find(String text, String pattern) {
        try {
            Matcher matcher = Patterns.compile(pattern).matcher(text);
            return Scalar.of(matcher.find() ? matcher.group() : "");
        } catch (PatternSyntaxException e) {
            return new Failure("Illegal regex: " + Patterns.message(e));
        }
    }

    private static Value findAll(String text, String pattern, long limit) {
        try {
            Matcher matcher = Patterns.compile(pattern).matcher(text);
            List<String> found = new ArrayList<>();
            int previousEnd = -1;
            while ((limit < 0 || found.size() < limit) && matcher.find()) {
                // Go does not take an empty match right behind a match
                if (matcher.start() != matcher.end() || matcher.start() != previousEnd) {
                    found.add(matcher.group());
                }
                previousEnd = matcher.end();
            }
            return Arguments.texts(found);
        } catch (PatternSyntaxException e) {
            return new Failure("Illegal regex: " + Patterns.message(e));
        }
    }
}
