package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.INT;
import static dev.drydock.helm.value.GoType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoList;
import dev.drydock.yaml.GoRepeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Regular expressions (Sprig's regex.go over Go's regexp). */
final class RegexFunctions {

    private static final java.util.regex.Pattern NAMED = java.util.regex.Pattern.compile("\\(\\?P?<(\\w+)>");

    private RegexFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("regexMatch", GoFunction.of(RegexFunctions::matchesQuietly, STRING, STRING));
        table.put(
                "mustRegexMatch",
                GoFunction.of(a -> compile(a, true).matcher(a.string(1)).find(), STRING, STRING));
        for (boolean must : new boolean[] {false, true}) {
            String prefix = must ? "mustRegex" : "regex";
            table.put(prefix + "Find", GoFunction.of(a -> find(a, must), STRING, STRING));
            table.put(prefix + "FindAll", GoFunction.of(a -> findAll(a, must), STRING, STRING, INT));
            table.put(
                    prefix + "ReplaceAll",
                    GoFunction.of(
                            a -> replace(compile(a, must), a.string(1), m -> expand(a.string(2), m)),
                            STRING,
                            STRING,
                            STRING));
            table.put(
                    prefix + "ReplaceAllLiteral",
                    GoFunction.of(
                            a -> replace(compile(a, must), a.string(1), m -> a.string(2)), STRING, STRING, STRING));
            table.put(prefix + "Split", GoFunction.of(a -> split(a, must), STRING, STRING, INT));
        }
        table.put("regexQuoteMeta", GoFunction.of(a -> quote(a.string(0)), STRING));
    }

    private static Pattern compile(Arguments a, boolean must) {
        try {
            GoRepeats.Problem repeats = GoRepeats.problem(a.string(0));
            if (repeats != null) {
                throw new PatternSyntaxException(repeats.words(), repeats.place());
            }
            return Pattern.compile(withoutRepeatedNames(a.string(0)));
        } catch (PatternSyntaxException e) {
            boolean closed = String.valueOf(e.getPattern()).contains("stack underflow");
            String problem = closed ? "unexpected )" : e.getDescription();
            String place = closed ? a.string(0) : e.getPattern();
            String message = "error parsing regexp: " + problem + (place == null ? "" : ": `" + place + "`");
            throw new GoException(must ? message : "regexp: Compile(" + shown(a.string(0)) + "): " + message);
        }
    }

    /** Go lets several groups have one name, of which the first is found. */
    private static String withoutRepeatedNames(String expression) {
        if (!expression.contains("(?<") && !expression.contains("(?P<")) {
            return expression;
        }
        java.util.regex.Matcher groups = NAMED.matcher(expression);
        java.util.Set<String> names = new java.util.HashSet<>();
        return groups.replaceAll(
                group -> names.add(group.group(1)) ? java.util.regex.Matcher.quoteReplacement(group.group()) : "(");
    }

    private static String shown(String expression) {
        boolean raw = expression.chars().noneMatch(c -> c == '`' || (c < ' ' && c != '\t') || c == 0x7f);
        return raw ? "`" + expression + "`" : dev.drydock.yaml.GoQuote.quote(expression);
    }

    private static boolean matchesQuietly(Arguments a) {
        try {
            return compile(a, true).matcher(a.string(1)).find();
        } catch (GoException e) {
            return false;
        }
    }

    private static String find(Arguments a, boolean must) {
        Matcher matcher = compile(a, must).matcher(a.string(1));
        return matcher.find() ? matcher.group() : "";
    }

    private static List<int[]> matches(Pattern pattern, String text, long count) {
        List<int[]> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int at = 0;
        int before = -1;
        while ((count < 0 || found.size() < count) && at <= text.length() && matcher.find(at)) {
            int start = matcher.start();
            int end = matcher.end();
            boolean accept = end != at || start != before;
            if (end == at) {
                at = at < text.length() ? text.offsetByCodePoints(at, 1) : text.length() + 1;
            } else {
                at = end;
            }
            before = end;
            if (accept) {
                found.add(new int[] {start, end});
            }
        }
        return found;
    }

    private static GoList findAll(Arguments a, boolean must) {
        String text = a.string(1);
        List<String> found = new ArrayList<>();
        matches(compile(a, must), text, a.integer(2)).forEach(m -> found.add(text.substring(m[0], m[1])));
        return found.isEmpty() ? GoList.nilStrings() : GoList.strings(found);
    }

    private static GoList split(Arguments a, boolean must) {
        Pattern pattern = compile(a, must);
        String text = a.string(1);
        long count = a.integer(2);
        List<String> parts = new ArrayList<>();
        if (count == 0) {
            return GoList.nilStrings();
        }
        if (!a.string(0).isEmpty() && text.isEmpty()) {
            return GoList.strings(List.of(""));
        }
        int begin = 0;
        int end = 0;
        for (int[] match : matches(pattern, text, count)) {
            if (count > 0 && parts.size() == count - 1) {
                break;
            }
            end = match[0];
            if (match[1] != 0) {
                parts.add(text.substring(begin, end));
            }
            begin = match[1];
        }
        if (end != text.length()) {
            parts.add(text.substring(begin));
        }
        return GoList.strings(parts);
    }

    private static String replace(Pattern pattern, String text, Function<Matcher, String> replacement) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = pattern.matcher(text);
        int copied = 0;
        int at = 0;
        while (at <= text.length() && matcher.find(at)) {
            out.append(text, copied, matcher.start());
            if (matcher.end() > copied || matcher.start() == 0) {
                out.append(replacement.apply(matcher));
                StringFunctions.bound(out.length());
            }
            copied = matcher.end();
            int next = at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
            at = Math.max(next, matcher.end());
        }
        return out.append(text, Math.min(copied, text.length()), text.length()).toString();
    }

    /** Regexp.Expand. */
    private static String expand(String template, Matcher matcher) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0) {
                break;
            }
            out.append(template, at, dollar);
            at = dollar + 1;
            if (at < template.length() && template.charAt(at) == '$') {
                out.append('$');
                at++;
                continue;
            }
            boolean brace = at < template.length() && template.charAt(at) == '{';
            int start = brace ? at + 1 : at;
            int end = start;
            while (end < template.length() && isNameCharacter(template.charAt(end))) {
                end++;
            }
            if (end == start || (brace && (end >= template.length() || template.charAt(end) != '}'))) {
                out.append('$');
                continue;
            }
            String group = group(matcher, template.substring(start, end));
            out.append(group == null ? "" : group);
            at = brace ? end + 1 : end;
        }
        return out.append(template.substring(at)).toString();
    }

    private static boolean isNameCharacter(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static @Nullable String group(Matcher matcher, String name) {
        if (name.matches("0|[1-9][0-9]{0,5}")) {
            int number = Integer.parseInt(name);
            return number <= matcher.groupCount() ? matcher.group(number) : null;
        }
        try {
            return matcher.group(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append("\\.+*?()|[]{}^$".indexOf(c) >= 0 ? "\\" : "")
                        .append((char) c));
        return out.toString();
    }
}
