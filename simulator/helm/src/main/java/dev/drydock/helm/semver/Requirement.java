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
record Requirement(String operator, Version version, boolean dirty, boolean minorDirty, boolean patchDirty) {

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
            return new Requirement(text(form.group(1)), Version.parse(version), dirty, minorDirty, patchDirty);
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
        if (!v.prerelease().isEmpty() && !prereleases) {
            return false;
        }
        return switch (operator) {
            case "", "=" -> dirty ? tilde(v) : v.compareTo(version) == 0;
            case "!=" -> differs(v);
            case ">" -> greater(v);
            case "<" -> v.compareTo(version) < 0;
            case ">=", "=>" -> v.compareTo(version) >= 0;
            case "<=", "=<" -> atMost(v);
            case "~", "~>" -> tilde(v);
            default -> caret(v);
        };
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

    private boolean tilde(Version v) {
        if (v.compareTo(version) < 0) {
            return false;
        }
        boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
        if (zero && !minorDirty && !patchDirty) {
            return true;
        }
        return v.major() == version.major() && (minorDirty || v.minor() == version.minor());
    }

    private boolean caret(Version v) {
        if (v.compareTo(version) < 0 || v.major() != version.major()) {
            return false;
        }
        if (version.major() != 0 || minorDirty) {
            return true;
        }
        if (v.minor() != version.minor()) {
            return false;
        }
        return version.minor() != 0 || patchDirty || v.patch() == version.patch();
    }
}
