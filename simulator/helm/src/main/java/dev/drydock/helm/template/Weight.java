package dev.drydock.helm.template;

import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * About how many characters values print. Lists that hold each other twice are small and yet print without end, so whatever
 * prints values is asked here first.
 */
final class Weight {

    /** The functions that walk all of their arguments. */
    private static final Set<String> WALKING = Set.of(
            "print",
            "println",
            "printf",
            "html",
            "js",
            "urlquery",
            "quote",
            "squote",
            "cat",
            "toString",
            "toStrings",
            "join",
            "toYaml",
            "mustToYaml",
            "toYamlPretty",
            "toJson",
            "mustToJson",
            "toPrettyJson",
            "mustToPrettyJson",
            "toRawJson",
            "mustToRawJson",
            "toToml",
            "mustToToml",
            "deepCopy",
            "mustDeepCopy",
            "merge",
            "mustMerge",
            "mergeOverwrite",
            "mustMergeOverwrite",
            "deepEqual",
            "sortAlpha",
            "uniq",
            "mustUniq",
            "has",
            "mustHas",
            "without",
            "mustWithout",
            "eq",
            "ne",
            "fail");

    /** What a list, a map or a scalar weighs beside its text. */
    private static final int ITEM = 16;

    private final long most;
    private long sum;

    private Weight(long most) {
        this.most = most;
    }

    static boolean matters(String function) {
        return WALKING.contains(function);
    }

    /** Whether values weigh more than a number of characters; it stops counting there. */
    static boolean exceeds(List<? extends @Nullable Object> values, long most) {
        Weight weight = new Weight(most);
        return !weight.fits(values);
    }

    private boolean fits(Iterable<? extends @Nullable Object> values) {
        for (Object value : values) {
            if (!fits(value)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(@Nullable Object value) {
        sum += ITEM;
        Object plain = value == null ? null : Held.plain(value);
        if (plain instanceof String text) {
            sum += text.length();
        } else if (plain instanceof GoList list) {
            return list.isBytes() ? (sum += list.size()) <= most : sum <= most && fits(list.items());
        } else if (plain instanceof GoMap map) {
            for (Map.Entry<String, @Nullable Object> entry : map.entries().entrySet()) {
                sum += entry.getKey().length();
                if (!fits(entry.getValue())) {
                    return false;
                }
            }
        }
        return sum <= most;
    }
}
