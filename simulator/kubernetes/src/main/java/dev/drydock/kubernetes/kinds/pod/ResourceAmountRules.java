package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.quantity.ResourceNames;
import dev.drydock.kubernetes.validation.NameRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Amounts of resources by name, in containers, pods, limits and quotas (pkg/apis/core/validation/validation.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ResourceAmountRules {

    private static final Set<String> POD = Set.of("cpu", "memory");

    private ResourceAmountRules() {}

    /**
     * The name of any resource.
     *
     * @return whether it is one
     */
    public static boolean name(Field amount, String name) {
        List<String> wrong = NameRules.labelKey(name);
        wrong.forEach(text -> amount.invalid(name, text));
        if (!wrong.isEmpty()) {
            return false;
        }
        boolean known = name.contains("/") || ResourceNames.isStandard(name);
        if (!known) {
            amount.invalid(name, "must be a standard resource type or fully qualified");
        }
        return known;
    }

    /** The name of a resource of a container. */
    public static void nameOfContainer(Field amount, String name) {
        name(amount, name);
        if (!name.contains("/")) {
            if (!ResourceNames.isForContainers(name)) {
                amount.invalid(name, "must be a standard resource for containers");
            }
        } else if (!ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
            amount.invalid(name, "doesn't follow extended resource name standard");
        }
    }

    /** The name of a resource of a whole pod. */
    static void nameOfPod(Field amount, String name) {
        if (name(amount, name) && !POD.contains(name) && !ResourceNames.isHugePages(name)) {
            amount.unsupported(name, List.of("cpu", ResourceNames.HUGE_PAGES, "memory"));
        }
    }

    /** The name of a resource that a quota limits. */
    public static void nameOfQuota(Field amount, String name) {
        name(amount, name);
        if (!name.contains("/") && !ResourceNames.isForQuotas(name)) {
            amount.invalid(name, "must be a standard resource for quota");
        }
    }

    /** How much of a resource there is. */
    public static void quantity(Field amount, String name) {
        Quantity quantity = of(amount);
        if (quantity.signum() < 0) {
            amount.invalid(quantity.toString(), "must be greater than or equal to 0");
        }
        if (ResourceNames.isInteger(name)
                && milli(quantity).remainder(BigDecimal.valueOf(1000)).signum() != 0) {
            amount.invalid(quantity.toString(), "must be an integer");
        }
    }

    /** The quantity at a place, zero where there is none. */
    static Quantity of(Field amount) {
        return Quantity.of(amount.value()).orElse(Quantity.ZERO);
    }

    private static BigDecimal milli(Quantity quantity) {
        return quantity.amount().movePointRight(3).setScale(0, RoundingMode.UP);
    }
}
