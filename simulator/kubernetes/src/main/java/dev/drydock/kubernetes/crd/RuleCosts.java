package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What all rules of a schema may cost together (validation/cel_validation.go, TotalCost). Costs are unsigned and never overflow.
 */
final class RuleCosts {

    static final long MOST_PER_EXPRESSION = 10_000_000;
    private static final long MOST = 100_000_000;
    private static final int TOLD = 4;

    /** An expression that costs much. */
    private record Expensive(String path, long cost) {}

    private final List<Expensive> expensive = new ArrayList<>();
    private long total;

    void observe(String path, long cost) {
        long sum = total + cost;
        total = Long.compareUnsigned(sum, total) < 0 ? -1L : sum;
        if (Long.compareUnsigned(cost, MOST / 100) >= 0) {
            expensive.add(new Expensive(path, cost));
            expensive.sort((a, b) -> Long.compareUnsigned(b.cost, a.cost));
            if (expensive.size() > TOLD) {
                expensive.remove(TOLD);
            }
        }
    }

    static boolean isTooMuch(long cost) {
        return Long.compareUnsigned(cost, MOST_PER_EXPRESSION) > 0;
    }

    FieldErrors errors(String path) {
        FieldErrors errors = new FieldErrors();
        if (Long.compareUnsigned(total, MOST) <= 0) {
            return errors;
        }
        for (Expensive one : expensive) {
            errors.add(FieldError.forbidden(
                    one.path,
                    "contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema"));
        }
        return errors.add(FieldError.forbidden(
                path,
                words("x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema", total, MOST)));
    }

    /** How a cost that one expression may not have is told. */
    static String words(String what, long cost) {
        return words(what, cost, MOST_PER_EXPRESSION);
    }

    private static String words(String what, long cost, long most) {
        double excess = real(cost) / most;
        String factor =
                excess > 100 ? "more than 100x" : String.format(Locale.ROOT, excess < 1.5 ? "%fx" : "%.1fx", excess);
        return what + " exceeds budget by factor of " + factor
                + " (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and"
                + " strings are declared)";
    }

    private static double real(long unsigned) {
        return unsigned >= 0 ? unsigned : (double) (unsigned >>> 1) * 2;
    }
}
