package dev.drydock.kubernetes.selector;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apiguardian.api.API;

/**
 * A label selector in its text form, with the errors of apimachinery (labels/selector.go).
 *
 * @param requirements what must all hold
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LabelSelector(List<Requirement> requirements) {

    /** A selector of these requirements. */
    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /**
     * One requirement.
     *
     * @param key label key
     * @param operator {@code in}, {@code notin}, {@code =}, {@code ==}, {@code !=}, {@code gt}, {@code lt}, {@code exists}
     *     or {@code !}
     * @param values values, sorted
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Requirement(String key, String operator, SortedSet<String> values) {

        /** Whether labels meet the requirement. */
        public boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case "in", "=", "==" -> value != null && values.contains(value);
                case "notin", "!=" -> value == null || !values.contains(value);
                case "exists" -> value != null;
                case "!" -> value == null;
                default -> value != null && compares(value);
            };
        }

        private boolean compares(String value) {
            try {
                int order = Long.compare(Long.parseLong(value), Long.parseLong(values.first()));
                return operator.equals("gt") ? order > 0 : order < 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /**
     * The selector of a text; an empty text selects everything.
     *
     * @throws InvalidSelectorException with the words of apimachinery
     */
    public static LabelSelector parse(String text) {
        return new LabelSelector(new LabelSelectorParser(text).parse());
    }

    /** Whether labels meet all requirements. */
    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.matches(labels));
    }
}
