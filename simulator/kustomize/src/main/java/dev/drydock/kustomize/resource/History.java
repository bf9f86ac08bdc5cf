package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.CrashException;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to the name of an object so far.
 *
 * @param previous former names, the oldest first
 * @param prefixes prefixes that were added, in order
 * @param suffixes suffixes that were added, in order
 */
public record History(List<Name> previous, List<String> prefixes, List<String> suffixes) {

    /** Nothing happened yet. */
    public static final History NONE = new History(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public History {
        previous = List.copyOf(previous);
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
    }

    /** A former name with its effective namespace and kind. */
    public record Name(String name, String namespace, String kind) {}

    /**
     * The former names that kustomize finds again: it keeps three lists, which an empty name or kind leaves unequal.
     *
     * @throws CrashException when they are
     */
    List<Name> named() {
        long names = previous.stream().filter(n -> !n.name().isEmpty()).count();
        long kinds = previous.stream().filter(n -> !n.kind().isEmpty()).count();
        if (names == previous.size() && kinds == previous.size()) {
            return previous;
        }
        if (names == 0) {
            return List.of();
        }
        throw new CrashException(
                "number of previous names, number of previous namespaces, number of previous kinds not equal");
    }

    History plus(Name name) {
        return new History(plus(previous, name), prefixes, suffixes);
    }

    History plusPrefix(String prefix) {
        return prefix.isEmpty() ? this : new History(previous, plus(prefixes, prefix), suffixes);
    }

    History plusSuffix(String suffix) {
        return suffix.isEmpty() ? this : new History(previous, prefixes, plus(suffixes, suffix));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    /**
     * Whether two objects were named by the same kustomizations.
     *
     * @param allowEmpty whether an object without prefixes (suffixes) fits any other
     */
    public boolean fits(History other, boolean allowEmpty) {
        return fits(prefixes, other.prefixes, allowEmpty) && fits(suffixes, other.suffixes, allowEmpty);
    }

    private static boolean fits(List<String> a, List<String> b, boolean allowEmpty) {
        if (allowEmpty && (a.isEmpty() || b.isEmpty())) {
            return true;
        }
        if (a.isEmpty() != b.isEmpty()) {
            return false;
        }
        int shorter = Math.min(a.size(), b.size());
        return a.subList(a.size() - shorter, a.size()).equals(b.subList(b.size() - shorter, b.size()));
    }
}
