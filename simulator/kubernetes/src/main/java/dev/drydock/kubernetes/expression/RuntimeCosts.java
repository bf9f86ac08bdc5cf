package dev.drydock.kubernetes.expression;

import static dev.drydock.cel.interpret.Costs.TRAVERSAL;
import static dev.drydock.cel.interpret.Costs.size;
import static dev.drydock.cel.interpret.Costs.units;

import dev.drydock.cel.cost.KubernetesCosts;
import dev.drydock.cel.interpret.CallCosts;
import dev.drydock.cel.interpret.Costs;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calls of Kubernetes' own functions cost at run time (apiserver, pkg/cel/library/cost.go, CallCost). */
final class RuntimeCosts implements CallCosts {

    private static final long CHECK = 350_000;
    private static final long LIST = 10;
    private static final long REQUIREMENT = 50;

    @Override
    public @Nullable Long of(String function, String overload, List<Value> arguments, Value result) {
        if (KubernetesCosts.SINGLE_STEPS.contains(function)) {
            return 1L;
        }
        return switch (function) {
            case "check" -> CHECK;
            case "fieldSelector", "labelSelector" -> selector(size(arguments.get(1)));
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" -> traversal(arguments.get(0));
            case "url",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "jsonpatch.escapeKey",
                    "cidr",
                    "isIP",
                    "isCIDR",
                    "quantity",
                    "isQuantity",
                    "semver",
                    "isSemver" -> once(arguments.get(0));
            case "replace", "split", "ip.isCanonical" -> units(size(arguments.get(0)) * 2.0, TRAVERSAL);
            case "join" -> units(size(result) * 2.0, TRAVERSAL);
            case "find", "findAll" -> Costs.pattern(arguments);
            case "ip" -> overload.equals("cidr_ip") ? 1L : once(arguments.get(0));
            case "containsIP" -> contained(arguments, overload.equals("cidr_contains_ip_string"), 0);
            case "containsCIDR" ->
                contained(arguments, overload.equals("cidr_contains_cidr_string"), once(arguments.get(0)) + 1);
            case "validate" ->
                arguments.get(0) instanceof NamedFormat format ? validation(format, arguments.get(1)) : null;
            case "_==_" -> arguments.get(0) instanceof CustomValue ? Long.valueOf(1) : null;
            default -> null;
        };
    }

    private static long once(Value value) {
        return units((double) size(value), TRAVERSAL);
    }

    private static long contained(List<Value> arguments, boolean text, long more) {
        return units(2.0 * size(arguments.get(0)), TRAVERSAL) + more + (text ? once(arguments.get(1)) : 0);
    }

    private static long validation(NamedFormat format, Value text) {
        return units(1.0 + size(text), TRAVERSAL) * units(format.patternSize(), Costs.PATTERN);
    }

    private static long selector(long length) {
        return LIST + units((double) length, TRAVERSAL) + units((double) length, 0.5) * REQUIREMENT;
    }

    private static long traversal(Value value) {
        if (value instanceof Scalar.Text text) {
            return (long) (text.value().getBytes(StandardCharsets.UTF_8).length * TRAVERSAL);
        }
        if (value instanceof Scalar.Bytes bytes) {
            return (long) (bytes.latin1().length() * TRAVERSAL);
        }
        long cost = 0;
        if (value instanceof ListValue list) {
            for (Value item : list) {
                cost += traversal(item);
            }
            return cost;
        }
        if (value instanceof MapValue map) {
            for (Value key : map.keys()) {
                Value item = map.find(key);
                cost += traversal(key) + (item == null ? 0 : traversal(item));
            }
            return cost;
        }
        return 1;
    }
}
