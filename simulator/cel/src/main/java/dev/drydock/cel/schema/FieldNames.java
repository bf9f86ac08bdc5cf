package dev.drydock.cel.schema;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** How fields of objects are written in expressions where their names are no names there (apiserver, escaping.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FieldNames {

    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");
    private static final Pattern WRITABLE = Pattern.compile("[a-zA-Z_./-][a-zA-Z0-9_./-]*");
    private static final Pattern ESCAPED = Pattern.compile("__|[-./]");
    private static final Pattern ESCAPE = Pattern.compile("__[^_]+__");

    private FieldNames() {}

    /** Whether the name is a word of the language. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** The name in expressions, or null where it cannot be written there. */
    public static @Nullable String escape(String name) {
        if (RESERVED.contains(name)) {
            return "__" + name + "__";
        }
        if (!WRITABLE.matcher(name).matches()) {
            return null;
        }
        return ESCAPED.matcher(name).replaceAll(match -> switch (match.group()) {
            case "." -> "__dot__";
            case "-" -> "__dash__";
            case "/" -> "__slash__";
            default -> "__underscores__";
        });
    }

    /** The field that a name in an expression means, or null where it means none. */
    public static @Nullable String unescape(String name) {
        Matcher matcher = ESCAPE.matcher(name);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String content = matcher.group().substring(2, matcher.group().length() - 2);
            @Nullable
            String meant = switch (content) {
                case "underscores" -> "__";
                case "dot" -> ".";
                case "dash" -> "-";
                case "slash" -> "/";
                default -> RESERVED.contains(content) && matcher.group().equals(name) ? content : null;
            };
            if (meant == null) {
                return null;
            }
            matcher.appendReplacement(out, meant);
        }
        return matcher.appendTail(out).toString();
    }
}
