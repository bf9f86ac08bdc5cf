package dev.drydock.helm.semver;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A version; versions are ordered by precedence, build metadata does not count.
 *
 * @param major first number, unsigned
 * @param minor second number, unsigned
 * @param patch third number, unsigned
 * @param prerelease identifiers behind the hyphen, empty for none
 * @param metadata identifiers behind the plus, empty for none
 * @param original the text that was read
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Version(long major, long minor, long patch, String prerelease, String metadata, String original)
        implements Comparable<Version> {

    private static final int LONGEST = 256;
    private static final Pattern LOOSE = Pattern.compile("^v?([0-9]+)(\\.[0-9]+)?(\\.[0-9]+)?"
            + "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?$");

    /**
     * The version of a text; missing numbers are zero and leading zeros are allowed.
     *
     * @throws InvalidVersionException with the library's words
     */
    public static Version parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidVersionException("version string is too long (max " + LONGEST + " bytes)");
        }
        Matcher matcher = LOOSE.matcher(text);
        if (!matcher.find()) {
            throw new InvalidVersionException("invalid semantic version");
        }
        Version version = new Version(
                number(matcher.group(1)),
                number(matcher.group(2)),
                number(matcher.group(3)),
                text(matcher.group(5)),
                text(matcher.group(8)),
                text);
        if (!version.prerelease.isEmpty()) {
            checkPrerelease(version.prerelease);
        }
        return version;
    }

    /** The version as the library prints it, without a {@code v} and with all three numbers. */
    public String toPlainString() {
        return Long.toUnsignedString(major) + "."
                + Long.toUnsignedString(minor) + "."
                + Long.toUnsignedString(patch)
                + (prerelease.isEmpty() ? "" : "-" + prerelease)
                + (metadata.isEmpty() ? "" : "+" + metadata);
    }

    /** The version of a text that names all three numbers, as Flux asks of tags; empty for others. */
    public static Optional<Version> parseComplete(String text) {
        if (text.chars().filter(c -> c == '.').count() < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text));
        } catch (InvalidVersionException e) {
            return Optional.empty();
        }
    }

    /** Order of precedence: negative when this one is older; not consistent with equals. */
    @Override
    public int compareTo(Version other) {
        int order = Long.compareUnsigned(major, other.major);
        order = order != 0 ? order : Long.compareUnsigned(minor, other.minor);
        order = order != 0 ? order : Long.compareUnsigned(patch, other.patch);
        if (order != 0 || prerelease.equals(other.prerelease)) {
            return order;
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return prerelease.isEmpty() ? 1 : -1;
        }
        return Prerelease.compare(prerelease, other.prerelease);
    }

    /**
     * The version of a text that is one by the letter of the specification.
     *
     * @throws InvalidVersionException with the library's words
     */
    public static Version parseStrictly(String text) {
        return StrictVersion.parse(text);
    }

    static void checkPrerelease(String prerelease) {
        for (String part : prerelease.split("\\.", -1)) {
            if (part.length() > 1 && part.startsWith("0") && part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new InvalidVersionException("version segment starts with 0");
            }
        }
    }

    private static long number(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return 0;
        }
        String plain = digits.startsWith(".") ? digits.substring(1) : digits;
        try {
            return Long.parseUnsignedLong(plain);
        } catch (NumberFormatException e) {
            throw new InvalidVersionException(
                    "error parsing version segment: strconv.ParseUint: parsing \"" + plain + "\": value out of range");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
