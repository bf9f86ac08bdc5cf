package dev.drydock.cel.kubernetes;

import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads versions as blang/semver does; refusals are thrown with its words. */
final class SemverReader {

    private static final String DIGITS = "0123456789";
    private static final String ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-" + DIGITS;

    private SemverReader() {}

    /** Adds what is missing of a short version, and takes a leading v and leading zeroes away. */
    static SemverValue normalized(String text) {
        String bare = text.startsWith("v") ? text.substring(1) : text;
        List<String> parts = new ArrayList<>(Arrays.asList(bare.split("\\.", 3)));
        parts.replaceAll(SemverReader::withoutZeroes);
        if (parts.size() < 3) {
            String last = parts.get(parts.size() - 1);
            if (last.indexOf('+') >= 0 || last.indexOf('-') >= 0) {
                throw new IllegalArgumentException("short version cannot contain PreRelease/Build meta data");
            }
            while (parts.size() < 3) {
                parts.add("0");
            }
        }
        return parse(String.join(".", parts));
    }

    private static String withoutZeroes(String part) {
        if (part.length() <= 1) {
            return part;
        }
        String bare = part.replaceFirst("^0+", "");
        return bare.isEmpty() || DIGITS.indexOf(bare.charAt(0)) < 0 ? "0" + bare : bare;
    }

    static SemverValue parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Version string empty");
        }
        String[] parts = text.split("\\.", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("No Major.Minor.Patch elements found");
        }
        long major = number(parts[0], "major", "Major");
        long minor = number(parts[1], "minor", "Minor");
        String patch = parts[2];
        List<String> build = List.of();
        List<String> prerelease = List.of();
        int plus = patch.indexOf('+');
        if (plus >= 0) {
            build = Arrays.asList(patch.substring(plus + 1).split("\\.", -1));
            patch = patch.substring(0, plus);
        }
        int dash = patch.indexOf('-');
        if (dash >= 0) {
            prerelease = Arrays.asList(patch.substring(dash + 1).split("\\.", -1));
            patch = patch.substring(0, dash);
        }
        long patchNumber = number(patch, "patch", "Patch");
        List<String> identifiers = new ArrayList<>();
        prerelease.forEach(identifier -> identifiers.add(identifier(identifier)));
        for (String part : build) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException("Build meta data is empty");
            }
            if (!containsOnly(part, ALPHANUMERIC)) {
                throw new IllegalArgumentException(
                        "Invalid character(s) found in build meta data " + GoQuote.quote(part));
            }
        }
        return new SemverValue(major, minor, patchNumber, List.copyOf(identifiers), List.copyOf(build));
    }

    private static long number(String text, String name, String title) {
        if (!containsOnly(text, DIGITS)) {
            throw new IllegalArgumentException(
                    "Invalid character(s) found in " + name + " number " + GoQuote.quote(text));
        }
        if (text.length() > 1 && text.startsWith("0")) {
            throw new IllegalArgumentException(
                    title + " number must not contain leading zeroes " + GoQuote.quote(text));
        }
        return unsigned(text);
    }

    private static long unsigned(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("strconv.ParseUint: parsing \"\": invalid syntax");
        }
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("strconv.ParseUint: parsing \"" + text + "\": value out of range");
        }
    }

    private static String identifier(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Prerelease is empty");
        }
        if (isNumber(text)) {
            if (text.length() > 1 && text.startsWith("0")) {
                throw new IllegalArgumentException(
                        "Numeric PreRelease version must not contain leading zeroes " + GoQuote.quote(text));
            }
            unsigned(text);
        } else if (!containsOnly(text, ALPHANUMERIC)) {
            throw new IllegalArgumentException("Invalid character(s) found in prerelease " + GoQuote.quote(text));
        }
        return text;
    }

    static boolean isNumber(String identifier) {
        return containsOnly(identifier, DIGITS);
    }

    private static boolean containsOnly(String text, String characters) {
        return text.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }
}
