package dev.drydock.cel.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the functions of the language cost, without their arguments (cel-go, checker/cost.go, functionCost). */
final class StandardCosts implements CallCosts {

    /** Going through a text costs a tenth of its length. */
    static final double TRAVERSAL = 0.1;

    static final double PATTERN = 0.25;

    @Override
    public @Nullable Cost of(String function, String overload, @Nullable Sized target, List<Sized> arguments) {
        int count = arguments.size();
        switch (overload) {
            case "string_format" -> {
                return target == null ? null : traversal(target);
            }
            case "string_to_bytes" -> {
                Range size = arguments.get(0).sizeOrUnknown();
                return new Cost(size.times(TRAVERSAL), new Range(size.min(), size.max() * 4));
            }
            case "bytes_to_string" -> {
                Range size = arguments.get(0).sizeOrUnknown();
                return new Cost(size.times(TRAVERSAL), new Range(Long.divideUnsigned(size.min(), 4), size.max()));
            }
            case "strings_quote" -> {
                Range size = arguments.get(0).sizeOrUnknown();
                return new Cost(size.times(TRAVERSAL), new Range(size.min() + 2, size.max() * 2 + 2));
            }
            case "starts_with_string", "ends_with_string" -> {
                return count == 1 ? traversal(arguments.get(0)) : null;
            }
            case "in_list" -> {
                return count == 2 ? Cost.of(arguments.get(1).sizeOrUnknown().times(1.0)) : null;
            }
            case "matches_string" -> {
                if (target == null || count != 1) {
                    return null;
                }
                Range text = target.sizeOrUnknown().plus(Range.ONE).times(TRAVERSAL);
                return Cost.of(text.times(arguments.get(0).sizeOrUnknown().times(PATTERN)));
            }
            case "contains_string" -> {
                if (target == null || count != 1) {
                    return null;
                }
                Range text = target.sizeOrUnknown().times(TRAVERSAL);
                return Cost.of(text.times(arguments.get(0).sizeOrUnknown().times(TRAVERSAL)));
            }
            case "add_string", "add_bytes", "add_list" -> {
                Range size =
                        arguments.get(0).sizeOrUnknown().plus(arguments.get(1).sizeOrUnknown());
                return new Cost(overload.equals("add_list") ? Range.ONE : size.times(TRAVERSAL), size);
            }
            case "less_string",
                    "greater_string",
                    "less_equals_string",
                    "greater_equals_string",
                    "less_bytes",
                    "greater_bytes",
                    "less_equals_bytes",
                    "greater_equals_bytes",
                    "equals",
                    "not_equals" -> {
                long most = Range.least(
                        arguments.get(0).sizeOrUnknown().max(),
                        arguments.get(1).sizeOrUnknown().max());
                return Cost.of(new Range(most == 0 ? 0 : 1, most).times(TRAVERSAL));
            }
            default -> {
                return null;
            }
        }
    }

    private static Cost traversal(Sized text) {
        return Cost.of(text.sizeOrUnknown().times(TRAVERSAL));
    }
}
