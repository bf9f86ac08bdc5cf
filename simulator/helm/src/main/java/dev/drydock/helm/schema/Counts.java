package dev.drydock.helm.schema;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Keywords that hold how many of something there may be. */
final class Counts {

    private Counts() {}

    /** The number of a keyword, or null. */
    static @Nullable Long of(MapNode keywords, String keyword) {
        Node node = keywords.get(keyword);
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        return value instanceof Number number ? (Long) number.longValue() : null;
    }

    /** Checks a size against two keywords such as {@code minItems} and {@code maxItems}. */
    static void check(Visit visit, String least, String most, int size) {
        Long low = of(visit.keywords(), least);
        if (low != null && size < low) {
            visit.add(message(least, size, low));
        }
        Long high = of(visit.keywords(), most);
        if (high != null && size > high) {
            visit.add(message(most, size, high));
        }
    }

    private static String message(String keyword, int got, long want) {
        return keyword + ": got " + Shown.count(got) + ", want " + Shown.count(want);
    }
}
