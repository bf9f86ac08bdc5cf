package dev.drydock.helm.semver;

/** Reads versions as StrictNewVersion does. */
final class StrictVersion {

    private static final int LONGEST = 256;

    private StrictVersion() {}

    static Version parse(String text) {
        if (text.isEmpty()) {
            throw new InvalidVersionException("version string empty");
        }
        if (text.length() > LONGEST) {
            throw new InvalidVersionException("version string is too long (max " + LONGEST + " bytes)");
        }
        String[] parts = text.split("\\.", 3);
        if (parts.length != 3) {
            throw new InvalidVersionException("invalid semantic version");
        }
        String patch = parts[2];
        String metadata = "";
        int plus = patch.indexOf('+');
        if (plus >= 0) {
            metadata = patch.substring(plus + 1);
            patch = patch.substring(0, plus);
            checkParts(metadata, "invalid metadata string");
        }
        String prerelease = "";
        int hyphen = patch.indexOf('-');
        if (hyphen >= 0) {
            prerelease = patch.substring(hyphen + 1);
            patch = patch.substring(0, hyphen);
            checkPrerelease(prerelease);
        }
        return new Version(number(parts[0]), number(parts[1]), number(patch), prerelease, metadata, text);
    }

    private static void checkParts(String identifiers, String problem) {
        for (String part : identifiers.split("\\.", -1)) {
            if (!part.matches("[0-9A-Za-z-]+")) {
                throw new InvalidVersionException(problem);
            }
        }
    }

    private static void checkPrerelease(String prerelease) {
        for (String part : prerelease.split("\\.", -1)) {
            if (part.matches("0[0-9]+")) {
                throw new InvalidVersionException("version segment starts with 0");
            }
            checkParts(part, "invalid prerelease string");
        }
    }

    private static long number(String digits) {
        if (!digits.matches("[0-9]*")) {
            throw new InvalidVersionException("invalid characters in version");
        }
        if (digits.length() > 1 && digits.startsWith("0")) {
            throw new InvalidVersionException("version segment starts with 0");
        }
        try {
            return Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            String problem = digits.isEmpty() ? "invalid syntax" : "value out of range";
            throw new InvalidVersionException("strconv.ParseUint: parsing \"" + digits + "\": " + problem);
        }
    }
}
