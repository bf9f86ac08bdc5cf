package dev.drydock.helm.chart;

/** Go's filepath.Match: stars and question marks stop at slashes. */
final class GoGlob {

    private GoGlob() {}

    static boolean isValid(String pattern) {
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
                if (at >= pattern.length()) {
                    return false;
                }
            } else if (c == '[') {
                int end = classEnd(pattern, at);
                if (end < 0) {
                    return false;
                }
                at = end;
            }
            at++;
        }
        return true;
    }

    private static int classEnd(String pattern, int start) {
        int at = start + 1;
        at += at < pattern.length() && pattern.charAt(at) == '^' ? 1 : 0;
        int first = at;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == ']' && at > first) {
                return at;
            }
            at += c == '\\' ? 2 : 1;
        }
        return -1;
    }

    static boolean matches(String pattern, String name) {
        return matches(pattern, 0, name, 0);
    }

    private static boolean matches(String pattern, int p, String name, int n) {
        int at = p;
        int place = n;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*') {
                while (at < pattern.length() && pattern.charAt(at) == '*') {
                    at++;
                }
                for (int i = place; i <= name.length(); i++) {
                    if (matches(pattern, at, name, i)) {
                        return true;
                    }
                    if (i < name.length() && name.charAt(i) == '/') {
                        return false;
                    }
                }
                return false;
            }
            if (place >= name.length()) {
                return false;
            }
            char found = name.charAt(place);
            if (c == '?') {
                if (found == '/') {
                    return false;
                }
            } else if (c == '[') {
                int end = classEnd(pattern, at);
                if (end < 0 || !inClass(pattern.substring(at + 1, end), found)) {
                    return false;
                }
                at = end;
            } else {
                at += c == '\\' ? 1 : 0;
                if (at >= pattern.length() || pattern.charAt(at) != found) {
                    return false;
                }
            }
            at++;
            place++;
        }
        return place == name.length();
    }

    private static boolean inClass(String set, char c) {
        boolean negated = set.startsWith("^");
        boolean found = false;
        int at = negated ? 1 : 0;
        while (at < set.length()) {
            at += set.charAt(at) == '\\' ? 1 : 0;
            char low = set.charAt(Math.min(at, set.length() - 1));
            char high = low;
            at++;
            if (at + 1 < set.length() && set.charAt(at) == '-') {
                at++;
                at += set.charAt(at) == '\\' ? 1 : 0;
                high = set.charAt(Math.min(at, set.length() - 1));
                at++;
            }
            found |= low <= c && c <= high;
        }
        return found != negated;
    }
}
