package dev.drydock.helm.semver;

import org.jspecify.annotations.Nullable;

/** The order of prerelease identifiers: numbers before words, a shorter list before a longer one. */
final class Prerelease {

    private Prerelease() {}

    static int compare(String left, String right) {
        String[] lefts = left.split("\\.", -1);
        String[] rights = right.split("\\.", -1);
        for (int i = 0; i < Math.max(lefts.length, rights.length); i++) {
            int order = comparePart(i < lefts.length ? lefts[i] : "", i < rights.length ? rights[i] : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int comparePart(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? -1 : 1;
        }
        Long leftNumber = number(left);
        Long rightNumber = number(right);
        if (leftNumber == null && rightNumber == null) {
            return left.compareTo(right) > 0 ? 1 : -1;
        }
        if (leftNumber == null || rightNumber == null) {
            return rightNumber == null ? -1 : 1;
        }
        return Long.compareUnsigned(leftNumber, rightNumber) > 0 ? 1 : -1;
    }

    private static @Nullable Long number(String text) {
        try {
            return text.startsWith("+") ? null : Long.valueOf(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
