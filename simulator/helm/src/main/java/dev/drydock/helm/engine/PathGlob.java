package dev.drydock.helm.engine;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Patterns of {@code .Files.Glob} (gobwas/glob): a star stops at slashes, two do not; one that is wrong matches everything. */
final class PathGlob {

    private static final PathGlob ALL = new PathGlob(Pattern.compile(".*", Pattern.DOTALL));

    private final Pattern pattern;

    private PathGlob(Pattern pattern) {
        this.pattern = pattern;
    }

    static PathGlob compile(String glob) {
        StringBuilder regex = new StringBuilder();
        int depth = 0;
        int at = 0;
        while (at < glob.length()) {
            char c = glob.charAt(at);
            switch (c) {
                case '*' -> {
                    boolean two = glob.startsWith("**", at);
                    regex.append(two ? ".*" : "[^/]*");
                    at += two ? 1 : 0;
                }
                case '?' -> regex.append("[^/]");
                case '{' -> {
                    depth++;
                    regex.append("(?:");
                }
                case '}' -> {
                    regex.append(depth > 0 ? ")" : "\\}");
                    depth = Math.max(0, depth - 1);
                }
                case ',' -> regex.append(depth > 0 ? "|" : ",");
                case '[' -> {
                    int end = glob.indexOf(']', at + 1);
                    if (end < 0) {
                        return ALL;
                    }
                    String set = glob.substring(at + 1, end);
                    regex.append('[')
                            .append(set.startsWith("!") ? "^" + quoted(set.substring(1)) : quoted(set))
                            .append(']');
                    at = end;
                }
                case '\\' -> {
                    at++;
                    if (at >= glob.length()) {
                        return ALL;
                    }
                    regex.append(Pattern.quote(glob.substring(at, at + 1)));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
            at++;
        }
        try {
            return depth > 0 ? ALL : new PathGlob(Pattern.compile(regex.toString(), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            return ALL;
        }
    }

    private static String quoted(String set) {
        return set.replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^");
    }

    boolean matches(String path) {
        return pattern.matches(path);
    }
}
