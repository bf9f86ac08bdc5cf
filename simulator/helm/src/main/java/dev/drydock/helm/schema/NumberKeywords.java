package dev.drydock.helm.schema;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The keywords for numbers. */
final class NumberKeywords {

    private final Dialect dialect;

    NumberKeywords(Dialect dialect) {
        this.dialect = dialect;
    }

    void check(Visit visit, BigDecimal value) {
        MapNode keywords = visit.keywords();
        // in draft 4 the exclusive keywords are flags of the others
        boolean flags = !dialect.since(6);
        boolean over = flags && keywords.isTrue("exclusiveMinimum");
        boolean under = flags && keywords.isTrue("exclusiveMaximum");
        bound(visit, "minimum", over ? "exclusiveMinimum" : "minimum", value);
        bound(visit, "maximum", under ? "exclusiveMaximum" : "maximum", value);
        if (!flags) {
            bound(visit, "exclusiveMinimum", "exclusiveMinimum", value);
            bound(visit, "exclusiveMaximum", "exclusiveMaximum", value);
        }
        BigDecimal unit = limit(keywords, "multipleOf");
        if (unit != null && unit.signum() != 0 && value.remainder(unit).signum() != 0) {
            visit.add(message("multipleOf", value, unit));
        }
    }

    /** Checks the limit that stands at one keyword as another keyword means it. */
    private static void bound(Visit visit, String at, String keyword, BigDecimal value) {
        BigDecimal limit = limit(visit.keywords(), at);
        if (limit == null) {
            return;
        }
        int order = value.compareTo(limit);
        boolean wrong = switch (keyword) {
            case "minimum" -> order < 0;
            case "maximum" -> order > 0;
            case "exclusiveMinimum" -> order <= 0;
            default -> order >= 0;
        };
        if (wrong) {
            visit.add(message(keyword, value, limit));
        }
    }

    private static @Nullable BigDecimal limit(MapNode keywords, String keyword) {
        Object value = keywords.get(keyword) instanceof ScalarNode scalar ? scalar.value() : null;
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    private static String message(String keyword, BigDecimal got, BigDecimal want) {
        return keyword + ": got " + Shown.number(got.doubleValue()) + ", want " + Shown.number(want.doubleValue());
    }
}
