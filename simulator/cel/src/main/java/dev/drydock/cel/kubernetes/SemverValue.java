package dev.drydock.cel.kubernetes;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;

/**
 * A semantic version; the build does not count in comparisons.
 *
 * @param prerelease identifiers, of which those of digits alone are numbers
 */
record SemverValue(long major, long minor, long patch, List<String> prerelease, List<String> build)
        implements CustomValue, Comparable<SemverValue> {

    static final CelType TYPE = CelType.object("kubernetes.Semver");

    @Override
    public int compareTo(SemverValue other) {
        int sign = Long.compareUnsigned(major, other.major);
        sign = sign != 0 ? sign : Long.compareUnsigned(minor, other.minor);
        sign = sign != 0 ? sign : Long.compareUnsigned(patch, other.patch);
        return sign != 0 ? Integer.signum(sign) : comparePrerelease(other);
    }

    private int comparePrerelease(SemverValue other) {
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        for (int i = 0; i < Math.min(prerelease.size(), other.prerelease.size()); i++) {
            int sign = compareIdentifiers(prerelease.get(i), other.prerelease.get(i));
            if (sign != 0) {
                return sign;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    private static int compareIdentifiers(String left, String right) {
        boolean numeric = SemverReader.isNumber(left);
        if (numeric != SemverReader.isNumber(right)) {
            return numeric ? -1 : 1;
        }
        return numeric
                ? Long.compareUnsigned(Long.parseUnsignedLong(left), Long.parseUnsignedLong(right))
                : Integer.signum(left.compareTo(right));
    }

    @Override
    public Value equal(Value other) {
        return other instanceof SemverValue version
                ? Scalar.of(compareTo(version) == 0)
                : Failure.noSuchOverload(other);
    }

    @Override
    public CelType type() {
        return TYPE;
    }
}
