package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.ResourceAmountRules;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.quantity.ResourceNames;
import dev.drydock.kubernetes.quota.Amounts;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** LimitRanges (upstream {@code pkg/apis/core/validation/validation.go ValidateLimitRange}). */
final class LimitRangeRules implements KindRules {

    private static final Set<String> TYPES = Set.of("Pod", "Container", "PersistentVolumeClaim");
    private static final Quantity ONE = Quantity.of(1);

    @Override
    public FieldErrors validateCreate(MapNode limitRange) {
        FieldErrors errors = new FieldErrors();
        Set<String> seen = new HashSet<>();
        Read.each(limitRange.findMap("spec"), "limits", "spec", (limit, path) -> {
            String type = limit.findText("type");
            type(errors, path + ".type", type);
            if (!seen.add(type)) {
                errors.add(FieldError.duplicate(path + ".type", type));
            }
            new Item(errors, limit, path, type).check();
        });
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode limitRange, MapNode old) {
        return validateCreate(limitRange);
    }

    private static void type(FieldErrors errors, String field, String type) {
        List<String> wrong = NameRules.labelKey(type);
        Check.all(errors, field, type, wrong);
        if (wrong.isEmpty() && !type.contains("/") && !TYPES.contains(type)) {
            errors.add(FieldError.invalid(field, type, "must be a standard limit type or fully qualified"));
        }
    }

    /** One item of the list. */
    private record Item(FieldErrors errors, MapNode limit, String path, String type) {

        private void check() {
            Set<String> names = new TreeSet<>();
            names("max", names);
            names("min", names);
            if (type.equals("Pod")) {
                for (String part : List.of("default", "defaultRequest")) {
                    if (!limit.findMap(part).isEmpty()) {
                        errors.add(
                                FieldError.forbidden(path + "." + part, "may not be specified when `type` is 'Pod'"));
                    }
                }
            } else {
                names("default", names);
                names("defaultRequest", names);
            }
            if (type.equals("PersistentVolumeClaim")
                    && !limit.findMap("min").has("storage")
                    && !limit.findMap("max").has("storage")) {
                errors.add(FieldError.required(
                        path + ".limits",
                        "either minimum or maximum storage value is required, but neither was provided"));
            }
            names("maxLimitRequestRatio", names);
            names.forEach(this::compare);
        }

        private void names(String part, Set<String> names) {
            Field amounts = Field.of(limit, errors).in(part).as(path + "." + part);
            for (String name : Read.sortedKeys(amounts.map())) {
                Field amount = amounts.key(name);
                if (type.equals("Pod") || type.equals("Container")) {
                    ResourceAmountRules.nameOfContainer(amount, name);
                } else {
                    ResourceAmountRules.name(amount, name);
                }
                names.add(name);
            }
        }

        private @Nullable Quantity amount(String part, String name) {
            return type.equals("Pod") && part.startsWith("default")
                    ? null
                    : Amounts.of(limit.findMap(part)).get(name);
        }

        private void compare(String name) {
            Quantity min = amount("min", name);
            Quantity max = amount("max", name);
            Quantity defaultLimit = amount("default", name);
            Quantity request = amount("defaultRequest", name);
            Quantity ratio = amount("maxLimitRequestRatio", name);
            greater(min, max, "min", name, min, "min value %s is greater than max value %s");
            greater(
                    min,
                    request,
                    "defaultRequest",
                    name,
                    request,
                    "min value %s is greater than default request value %s");
            greater(
                    request,
                    max,
                    "defaultRequest",
                    name,
                    request,
                    "default request value %s is greater than max value %s");
            greater(
                    request,
                    defaultLimit,
                    "defaultRequest",
                    name,
                    request,
                    "default request value %s is greater than default limit value %s");
            greater(min, defaultLimit, "default", name, min, "min value %s is greater than default value %s");
            greater(defaultLimit, max, "default", name, max, "default value %s is greater than max value %s");
            if (ratio != null) {
                ratio(name, ratio, min, max);
            }
            if (!ResourceNames.isOvercommitAllowed(name)
                    && defaultLimit != null
                    && request != null
                    && !defaultLimit.equals(request)) {
                error(
                        "defaultRequest",
                        name,
                        request,
                        "default value " + defaultLimit + " must equal to defaultRequest value " + request + " in "
                                + name);
            }
        }

        private void greater(
                @Nullable Quantity low,
                @Nullable Quantity high,
                String part,
                String name,
                @Nullable Quantity shown,
                String text) {
            if (low != null && high != null && shown != null && low.compareTo(high) > 0) {
                error(part, name, shown, String.format(Locale.ROOT, text, low, high));
            }
        }

        private void ratio(String name, Quantity ratio, @Nullable Quantity min, @Nullable Quantity max) {
            if (ratio.compareTo(ONE) < 0) {
                error("maxLimitRequestRatio", name, ratio, "ratio " + ratio + " is less than 1");
            }
            if (min != null && max != null && !min.isZero()) {
                double most = max.amount().doubleValue() / min.amount().doubleValue();
                if (ratio.amount().doubleValue() > most) {
                    error(
                            "maxLimitRequestRatio",
                            name,
                            ratio,
                            "ratio " + ratio + " is greater than max/min = " + String.format(Locale.ROOT, "%f", most));
                }
            }
        }

        private void error(String part, String name, Quantity shown, String text) {
            errors.add(FieldError.invalid(path + "." + part + "[" + name + "]", shown.toString(), text));
        }
    }
}
