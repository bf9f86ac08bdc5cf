package dev.drydock.cel.library;

import static dev.drydock.cel.library.Checked.number;
import static dev.drydock.cel.library.Checked.refusing;
import static dev.drydock.cel.library.Checked.text;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.DYN;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.LimitException;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Printer;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.GoSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** More functions on strings (cel-go, ext/strings.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StringsLibrary implements Library {

    private static final CelType TEXTS = CelType.list(STRING);

    private static final Set<String> NAMES = Set.of(
            "charAt",
            "indexOf",
            "lastIndexOf",
            "lowerAscii",
            "replace",
            "split",
            "substring",
            "trim",
            "upperAscii",
            "format",
            "strings.quote",
            "join");

    private final int version;

    private StringsLibrary(int version) {
        this.version = version;
    }

    /** The library as of a version: 2 formats and joins, 3 reverses, 4 formats in another way. */
    public static StringsLibrary version(int version) {
        return new StringsLibrary(version);
    }

    /** The newest version. */
    public static StringsLibrary latest() {
        return new StringsLibrary(4);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(NAMES);
        if (version >= 3) {
            names.add("reverse");
        }
        return names;
    }

    @Override
    public List<FunctionDeclaration> functions() {
        List<FunctionDeclaration> all = new ArrayList<>(List.of(
                function(
                        "charAt",
                        member(
                                "string_char_at_int",
                                List.of(STRING, INT),
                                STRING,
                                refusing(a -> Scalar.of(CodePoints.charAt(text(a, 0), number(a, 1)))))),
                function(
                        "indexOf",
                        member(
                                "string_index_of_string",
                                List.of(STRING, STRING),
                                INT,
                                a -> Scalar.of(CodePoints.indexOf(text(a, 0), text(a, 1), 0))),
                        member(
                                "string_index_of_string_int",
                                List.of(STRING, STRING, INT),
                                INT,
                                refusing(a -> Scalar.of(CodePoints.indexOf(text(a, 0), text(a, 1), number(a, 2)))))),
                function(
                        "lastIndexOf",
                        member(
                                "string_last_index_of_string",
                                List.of(STRING, STRING),
                                INT,
                                a -> Scalar.of(CodePoints.lastIndexOf(text(a, 0), text(a, 1)))),
                        member(
                                "string_last_index_of_string_int",
                                List.of(STRING, STRING, INT),
                                INT,
                                refusing(
                                        a -> Scalar.of(CodePoints.lastIndexOf(text(a, 0), text(a, 1), number(a, 2)))))),
                function(
                        "lowerAscii",
                        member(
                                "string_lower_ascii",
                                List.of(STRING),
                                STRING,
                                a -> Scalar.of(CodePoints.lower(text(a, 0))))),
                function(
                        "replace",
                        member(
                                "string_replace_string_string",
                                List.of(STRING, STRING, STRING),
                                STRING,
                                a -> Scalar.of(CodePoints.replace(text(a, 0), text(a, 1), text(a, 2), -1))),
                        member(
                                "string_replace_string_string_int",
                                List.of(STRING, STRING, STRING, INT),
                                STRING,
                                a -> Scalar.of(CodePoints.replace(text(a, 0), text(a, 1), text(a, 2), number(a, 3))))),
                function(
                        "split",
                        member(
                                "string_split_string",
                                List.of(STRING, STRING),
                                TEXTS,
                                a -> Checked.texts(CodePoints.split(text(a, 0), text(a, 1), -1))),
                        member(
                                "string_split_string_int",
                                List.of(STRING, STRING, INT),
                                TEXTS,
                                a -> Checked.texts(CodePoints.split(text(a, 0), text(a, 1), number(a, 2))))),
                function(
                        "substring",
                        member(
                                "string_substring_int",
                                List.of(STRING, INT),
                                STRING,
                                refusing(a -> Scalar.of(CodePoints.substring(text(a, 0), number(a, 1))))),
                        member(
                                "string_substring_int_int",
                                List.of(STRING, INT, INT),
                                STRING,
                                refusing(
                                        a -> Scalar.of(CodePoints.substring(text(a, 0), number(a, 1), number(a, 2)))))),
                function(
                        "trim",
                        member("string_trim", List.of(STRING), STRING, a -> Scalar.of(GoSpace.trim(text(a, 0))))),
                function(
                        "upperAscii",
                        member(
                                "string_upper_ascii",
                                List.of(STRING),
                                STRING,
                                a -> Scalar.of(CodePoints.upper(text(a, 0)))))));
        all.addAll(sinceFormats());
        return all;
    }

    private List<FunctionDeclaration> sinceFormats() {
        List<FunctionDeclaration> all = new ArrayList<>(List.of(
                function(
                        "format",
                        member(
                                "string_format",
                                List.of(STRING, CelType.list(DYN)),
                                STRING,
                                refusing(a -> Scalar.of(
                                        TextFormat.version(version).format(text(a, 0), (ListValue) a.get(1)))))),
                function(
                        "strings.quote",
                        form("strings_quote", List.of(STRING), STRING, a -> Scalar.of(CodePoints.quote(text(a, 0))))),
                function(
                        "join",
                        member("list_join", List.of(TEXTS), STRING, refusing(a -> join((ListValue) a.get(0), ""))),
                        member(
                                "list_join_string",
                                List.of(TEXTS, STRING),
                                STRING,
                                refusing(a -> join((ListValue) a.get(0), text(a, 1)))))));
        if (version >= 3) {
            all.add(function(
                    "reverse",
                    member(
                            "string_reverse",
                            List.of(STRING),
                            STRING,
                            a -> Scalar.of(
                                    new StringBuilder(text(a, 0)).reverse().toString()))));
        }
        return all;
    }

    private static Value join(ListValue list, String separator) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Scalar.Text part)) {
                throw new IllegalArgumentException("join: invalid input: " + Printer.plain(list.get(i)));
            }
            out.append(i == 0 ? "" : separator).append(part.value());
            LimitException.check(out.length());
        }
        return Scalar.of(out.toString());
    }
}
