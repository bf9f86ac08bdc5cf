package dev.drydock.helm.semver;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.drydock.yaml.GoQuote;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a range (Masterminds/semver, constraints.go). A version in it may lack numbers or have wildcards: it
 * is then dirty, and in which place decides how it is compared.
 */
record Requirement(
        String operator, String original, Version version, boolean dirty, boolean minorDirty, boolean patchDirty) {

    private static final String SAME_MAJOR = "does not have same major version as";
    private static final String SAME_MINOR = "does not have same minor version as";

    static final String OPERATORS = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
    static final String VERSION = "v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?"
            + "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
    private static final Pattern FORM = Pattern.compile("^\\s*(" + OPERATORS + ")\\s*(" + VERSION + ")\\s*$");
    private static final Set<String> WILDCARDS = Set.of("x", "X", "*", "");

    static Requirement parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.find()) {
            throw new InvalidVersionException("improper constraint: " + GoQuote.quote(text));
        }
        String version = text(form.group(2));
        String major = text(form.group(3));
        String minor = text(form.group(4));
        String patch = text(form.group(5));
        String prerelease = text(form.group(6));
        boolean dirty = true;
        boolean minorDirty = false;
        boolean patchDirty = false;
        if (WILDCARDS.contains(major)) {
            version = "0.0.0" + prerelease;
        } else if (isWildcard(minor)) {
            minorDirty = true;
            version = major + ".0.0" + prerelease;
        } else if (isWildcard(patch)) {
            patchDirty = true;
            version = major + minor + ".0" + prerelease;
        } else {
            dirty = false;
        }
        try {
            return new Requirement(
                    text(form.group(1)), text(form.group(2)), Version.parse(version), dirty, minorDirty, patchDirty);
        } catch (InvalidVersionException e) {
            throw new InvalidVersionException("constraint parser error");
        }
    }

    private static boolean isWildcard(String part) {
        return WILDCARDS.contains(part.startsWith(".") ? part.substring(1) : part);
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Whether a version meets this; a prerelease only does when one is named somewhere in the alternative. */
    boolean allows(Version v, boolean prereleases) {
        return refusal(v, prereleases) == null;
    }

    /** Why a version does not meet this, in the library's words; null when it does. */
    @Nullable
    String refusal(Version v, boolean prereleases) {
        if (!v.prerelease().isEmpty() && !prereleases) {
            return prereleaseRefusal(v);
        }
        return switch (operator) {
            case "", "=" -> dirty ? tilde(v) : when(v.compareTo(version) == 0, v, "is not equal to");
            case "!=" -> when(differs(v), v, "is equal to");
            case ">" -> when(greater(v), v, "is less than or equal to");
            case "<" -> when(v.compareTo(version) < 0, v, "is greater than or equal to");
            case ">=", "=>" -> when(v.compareTo(version) >= 0, v, "is less than");
            case "<=", "=<" -> when(atMost(v), v, "is greater than");
            case "~", "~>" -> tilde(v);
            default -> caret(v);
        };
    }

    static String prereleaseRefusal(Version v) {
        return GoQuote.quote(v.toPlainString())
                + " is a prerelease version and the constraint is only looking for release versions";
    }

    private @Nullable String when(boolean met, Version v, String relation) {
        return met ? null : GoQuote.quote(v.toPlainString()) + " " + relation + " " + GoQuote.quote(original);
    }

    private boolean differs(Version v) {
        if (!dirty) {
            return v.compareTo(version) != 0;
        }
        if (v.major() != version.major()) {
            return true;
        }
        if (minorDirty) {
            return false;
        }
        if (v.minor() != version.minor()) {
            return true;
        }
        if (!patchDirty) {
            return v.patch() != version.patch() || v.compareTo(version) != 0;
        }
        boolean prerelease = !v.prerelease().isEmpty() || !version.prerelease().isEmpty();
        return prerelease && Prerelease.compare(v.prerelease(), version.prerelease()) != 0;
    }

    private boolean greater(Version v) {
        int major = Long.compareUnsigned(v.major(), version.major());
        if (!dirty || (major == 0 && !minorDirty && !patchDirty)) {
            return v.compareTo(version) > 0;
        }
        if (major != 0) {
            return major > 0;
        }
        return !minorDirty && Long.compareUnsigned(v.minor(), version.minor()) > 0;
    }

    private boolean atMost(Version v) {
        if (!dirty) {
            return v.compareTo(version) <= 0;
        }
        int major = Long.compareUnsigned(v.major(), version.major());
        return major < 0 || (major == 0 && (minorDirty || Long.compareUnsigned(v.minor(), version.minor()) <= 0));
    }

    private @Nullable String tilde(Version v) {
        if (v.compareTo(version) < 0) {
            return when(false, v, "is less than");
        }
        boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
        if (zero && !minorDirty && !patchDirty) {
            return null;
        }
        if (v.major() != version.major()) {
            return when(false, v, SAME_MAJOR);
        }
        return when(minorDirty || v.minor() == version.minor(), v, "does not have same major and minor version as");
    }

    private @Nullable String caret(Version v) {
        if (v.compareTo(version) < 0) {
            return when(false, v, "is less than");
        }
        if (v.major() != version.major()) {
            return when(false, v, SAME_MAJOR);
        }
        if (version.major() != 0 || minorDirty) {
            return null;
        }
        if (version.minor() != 0 || patchDirty) {
            String refusal = when(v.minor() == version.minor(), v, SAME_MINOR);
            return refusal == null
                    ? null
                    : refusal + ". Expected minor versions to match when constraint major version is 0";
        }
        if (v.minor() != version.minor()) {
            return when(false, v, SAME_MINOR);
        }
        String refusal = when(v.patch() == version.patch(), v, "does not equal");
        return refusal == null
                ? null
                : refusal + ". Expect version and constraint to equal when major and minor versions are 0";
    }
}
