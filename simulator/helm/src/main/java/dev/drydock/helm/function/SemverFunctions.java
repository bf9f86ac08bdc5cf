package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoObject;
import dev.drydock.helm.value.GoType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Versions (Sprig's semver.go). */
final class SemverFunctions {

    private SemverFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("semver", GoFunction.of(a -> new VersionObject(version(a.string(0))), STRING));
        table.put(
                "semverCompare", GoFunction.of(a -> range(a.string(0)).contains(version(a.string(1))), STRING, STRING));
    }

    private static Version version(String text) {
        return orError(Version::parse, text);
    }

    private static VersionRange range(String text) {
        return orError(VersionRange::parse, text);
    }

    private static <T> T orError(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (InvalidVersionException e) {
            throw new GoException(String.valueOf(e.getMessage()));
        }
    }

    /** {@code *semver.Version} with its methods. */
    private record VersionObject(Version version) implements GoObject {

        @Override
        public String type() {
            return GoType.VERSION.toString();
        }

        @Override
        public String kind() {
            return "ptr";
        }

        @Override
        public String text() {
            return version.toPlainString();
        }

        @Override
        public Object json() {
            return version.toPlainString();
        }

        @Override
        public @Nullable GoFunction method(String name) {
            return switch (name) {
                case "Major" -> GoFunction.of(a -> GoInt.uint64(version.major()));
                case "Minor" -> GoFunction.of(a -> GoInt.uint64(version.minor()));
                case "Patch" -> GoFunction.of(a -> GoInt.uint64(version.patch()));
                case "Prerelease" -> GoFunction.of(a -> version.prerelease());
                case "Metadata" -> GoFunction.of(a -> version.metadata());
                case "Original" -> GoFunction.of(a -> version.original());
                case "String" -> GoFunction.of(a -> version.toPlainString());
                case "IncMajor" -> GoFunction.of(a -> next(version.major() + 1, 0, 0));
                case "IncMinor" -> GoFunction.of(a -> next(version.major(), version.minor() + 1, 0));
                case "IncPatch" ->
                    GoFunction.of(a -> version.prerelease().isEmpty()
                            ? next(version.major(), version.minor(), version.patch() + 1)
                            : next(version.major(), version.minor(), version.patch()));
                case "Compare" -> comparison(order -> GoInt.of(Integer.signum(order)));
                case "Equal" -> comparison(order -> order == 0);
                case "LessThan" -> comparison(order -> order < 0);
                case "GreaterThan" -> comparison(order -> order > 0);
                case "LessThanEqual" -> comparison(order -> order <= 0);
                case "GreaterThanEqual" -> comparison(order -> order >= 0);
                default -> null;
            };
        }

        private GoFunction comparison(Function<Integer, Object> result) {
            return GoFunction.of(
                    a -> {
                        if (!(a.get(0) instanceof VersionObject other)) {
                            throw GoException.nil();
                        }
                        return result.apply(version.compareTo(other.version));
                    },
                    GoType.VERSION);
        }

        private VersionObject next(long major, long minor, long patch) {
            String prefix = version.original().startsWith("v") ? "v" : "";
            return new VersionObject(Version.parse(prefix
                    + String.join(
                            ".",
                            List.of(
                                    Long.toUnsignedString(major),
                                    Long.toUnsignedString(minor),
                                    Long.toUnsignedString(patch)))));
        }
    }
}
