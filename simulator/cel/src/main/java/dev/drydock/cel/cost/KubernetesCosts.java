package dev.drydock.cel.cost;

import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Scalar;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What the functions that Kubernetes adds cost (apiserver, pkg/cel/library/cost.go, EstimateCallCost). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class KubernetesCosts implements CallCosts {

    /** Two checks of authorization an expression, no more. */
    private static final Cost CHECK = Cost.of(Range.of(350_000));

    private static final Cost ACCESS = Cost.of(Range.ONE);
    private static final double TRAVERSAL = StandardCosts.TRAVERSAL;
    private static final double PATTERN = StandardCosts.PATTERN;
    private static final Range ADDRESS = new Range(4, 16);
    private static final int LONGEST_FORMAT = 64;
    private static final int LONGEST_FORMAT_PATTERN = 128;

    /** Functions that look at one thing, which costs one, estimated or counted. */
    public static final Set<String> SINGLE_STEPS = Set.of(
            "serviceAccount",
            "path",
            "group",
            "resource",
            "subresource",
            "namespace",
            "name",
            "allowed",
            "reason",
            "error",
            "errored",
            "masked",
            "prefixLength",
            "family",
            "isUnspecified",
            "isLoopback",
            "isLinkLocalMulticast",
            "isLinkLocalUnicast",
            "isGlobalUnicast",
            "format.named",
            "sign",
            "asInteger",
            "isInteger",
            "asApproximateFloat",
            "isGreaterThan",
            "isLessThan",
            "compareTo",
            "add",
            "sub",
            "major",
            "minor",
            "patch",
            "getScheme",
            "getHostname",
            "getHost",
            "getPort",
            "getEscapedPath",
            "getQuery");

    /** The costs of Kubernetes. */
    public KubernetesCosts() {}

    @Override
    public @Nullable Cost of(String function, String overload, @Nullable Sized target, List<Sized> arguments) {
        if (SINGLE_STEPS.contains(function)) {
            return ACCESS;
        }
        @Nullable Range first = arguments.isEmpty() ? null : arguments.get(0).sizeOrUnknown();
        return switch (function) {
            case "check" -> CHECK;
            case "fieldSelector", "labelSelector" ->
                first == null || arguments.size() != 1 ? null : Cost.of(selector(first));
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" ->
                target == null ? null : Cost.of(comparison(target));
            case "url", "jsonpatch.escapeKey" ->
                first == null || arguments.size() != 1 ? null : new Cost(first.times(TRAVERSAL), first);
            case "lowerAscii", "upperAscii", "substring", "trim" ->
                target == null ? null : new Cost(target.sizeOrUnknown().times(TRAVERSAL), target.sizeOrUnknown());
            case "replace" -> target == null || arguments.size() < 2 ? null : replace(target, arguments);
            case "split" -> target == null ? null : split(target, arguments);
            case "join" -> target == null ? null : join(target, first);
            case "find", "findAll" -> {
                if (target == null || first == null) {
                    yield null;
                }
                Range text = target.sizeOrUnknown().plus(Range.ONE).times(TRAVERSAL);
                yield new Cost(
                        text.times(first.times(PATTERN)),
                        new Range(0, target.sizeOrUnknown().max()));
            }
            case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" ->
                first == null ? null : Cost.of(first.times(TRAVERSAL));
            case "ip" -> overload.equals("cidr_ip") ? ACCESS : first == null ? null : Cost.of(first.times(TRAVERSAL));
            case "ip.isCanonical" -> first == null ? null : Cost.of(first.times(2 * TRAVERSAL));
            case "containsIP" -> first == null ? null : Cost.of(contains(overload, "cidr_contains_ip_string", first));
            case "containsCIDR" -> {
                if (first == null) {
                    yield null;
                }
                Range masked = ADDRESS.times(TRAVERSAL).plus(Range.ONE);
                yield Cost.of(
                        contains(overload, "cidr_contains_cidr_string", first).plus(masked));
            }
            case "validate" ->
                first == null ? null : Cost.of(first.times(TRAVERSAL).times(LONGEST_FORMAT_PATTERN * PATTERN));
            case "_==_" -> arguments.size() == 2 ? equality(arguments.get(0), arguments.get(1)) : null;
            default -> null;
        };
    }

    private static Range selector(Range length) {
        Range requirements = length.times(0.5).times(50.0);
        return Range.of(CostEstimate.LIST).plus(length.times(TRAVERSAL)).plus(requirements);
    }

    /** Every element is looked at once, and texts from end to end. */
    private static Range comparison(Sized list) {
        @Nullable CelType element = list.elementType();
        if (element == null) {
            return list.sizeOrUnknown().times(TRAVERSAL);
        }
        Range each = Range.ONE;
        if (element.equals(CelType.STRING) || element.equals(CelType.BYTES)) {
            each = each.plus(list.elementSize().times(TRAVERSAL));
        }
        return list.sizeOrUnknown().times(each);
    }

    private static Cost replace(Sized target, List<Sized> arguments) {
        Range text = target.sizeOrUnknown();
        Range old = arguments.get(0).sizeOrUnknown();
        Range with = arguments.get(1).sizeOrUnknown();
        Ends most = Ends.of(text.max(), old.min(), Long.compareUnsigned(with.max(), old.min()) <= 0);
        Ends least = Ends.of(text.min(), old.max(), Long.compareUnsigned(old.max(), with.min()) <= 0);
        Range count = new Range(least.count, most.count);
        Range kept = new Range(least.kept, most.kept);
        return new Cost(text.times(2 * TRAVERSAL), count.times(with).plus(kept));
    }

    /** How often a replacement happens at one end of what is possible, and how much of the text is kept. */
    private record Ends(long count, long kept) {

        static Ends of(long text, long replaced, boolean keepsLength) {
            if (replaced == 0) {
                return new Ends(text == -1L ? text : text + 1, text);
            }
            if (keepsLength) {
                return new Ends(0, text);
            }
            double count = Math.ceil(Range.real(text) / Range.real(replaced));
            return new Ends(Range.of(1).times(count).max(), 0);
        }
    }

    private static Cost split(Sized target, List<Sized> arguments) {
        Range text = target.sizeOrUnknown();
        long most = text.max();
        if (arguments.size() > 1
                && arguments.get(1).expr() instanceof Expr.Literal literal
                && literal.value() instanceof Scalar.Int limit) {
            most = limit.value();
        }
        return new Cost(text.times(2 * TRAVERSAL), new Range(0, most));
    }

    private static Cost join(Sized target, @Nullable Range separator) {
        Range list = target.sizeOrUnknown();
        Range size = target.elementType() == null ? Range.ZERO : list.times(target.elementSize());
        if (separator != null) {
            Range gaps = new Range(list.min() == 0 ? 0 : list.min() - 1, list.max() == 0 ? 0 : list.max() - 1);
            size = size.plus(separator.times(gaps));
        }
        return new Cost(size.times(TRAVERSAL), size);
    }

    private static Range contains(String overload, String parsing, Range text) {
        Range compared = ADDRESS.plus(ADDRESS).times(TRAVERSAL);
        return overload.equals(parsing) ? compared.plus(text.times(TRAVERSAL)) : compared;
    }

    private static @Nullable Cost equality(Sized left, Sized right) {
        if (!left.type().name().equals(right.type().name())) {
            return null;
        }
        return switch (left.type().name()) {
            case "net.IP",
                    "net.CIDR",
                    "kubernetes.Quantity",
                    "kubernetes.Semver",
                    "kubernetes.authorization.Authorizer",
                    "kubernetes.authorization.PathCheck",
                    "kubernetes.authorization.GroupCheck",
                    "kubernetes.authorization.ResourceCheck",
                    "kubernetes.authorization.Decision" -> ACCESS;
            case "kubernetes.NamedFormat" -> Cost.of(new Range(1, LONGEST_FORMAT).times(TRAVERSAL));
            case "kubernetes.URL" -> {
                // Upstream asks the right side twice, and so do we.
                long most = right.size() == null ? 1 : right.size().max();
                yield Cost.of(new Range(1, most).times(TRAVERSAL));
            }
            default -> null;
        };
    }
}
