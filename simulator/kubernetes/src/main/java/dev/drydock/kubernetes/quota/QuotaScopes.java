package dev.drydock.kubernetes.quota;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Which objects a quota with scopes is about (upstream {@code evaluator/core/pods.go podMatchesScopeFunc}). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class QuotaScopes {

    private QuotaScopes() {}

    private record Scope(String name, String operator, List<String> values) {}

    /** Whether all scopes of a quota hold for an object. */
    public static boolean match(MapNode quota, String resource, MapNode object) {
        for (Scope scope : scopes(quota)) {
            boolean matches = switch (resource) {
                case "pods" -> podMatches(scope, object.findMap("spec"));
                case "persistentvolumeclaims" ->
                    scope.name().equals("VolumeAttributesClass")
                            && selects(scope, object.findString("spec", "volumeAttributesClassName"));
                default -> false;
            };
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static List<Scope> scopes(MapNode quota) {
        List<Scope> scopes = new ArrayList<>();
        for (String name : quota.findList("spec", "scopes").strings()) {
            scopes.add(new Scope(name, "Exists", List.of()));
        }
        for (Node expression : quota.findList("spec", "scopeSelector", "matchExpressions")) {
            scopes.add(new Scope(
                    String.valueOf(expression.findString("scopeName")),
                    String.valueOf(expression.findString("operator")),
                    expression.findList("values").strings()));
        }
        return scopes;
    }

    private static boolean podMatches(Scope scope, MapNode spec) {
        return switch (scope.name()) {
            case "Terminating" -> isTerminating(spec);
            case "NotTerminating" -> !isTerminating(spec);
            case "BestEffort" -> isBestEffort(spec);
            case "NotBestEffort" -> !isBestEffort(spec);
            case "PriorityClass" -> selects(scope, spec.findString("priorityClassName"));
            case "CrossNamespacePodAffinity" -> reachesOtherNamespaces(spec);
            default -> false;
        };
    }

    private static boolean selects(Scope scope, @Nullable String value) {
        boolean present = value != null && !value.isEmpty();
        return switch (scope.operator()) {
            case "Exists" -> present;
            case "DoesNotExist" -> !present;
            case "In" -> present && scope.values().contains(value);
            case "NotIn" -> !present || !scope.values().contains(value);
            default -> false;
        };
    }

    static boolean isTerminating(MapNode spec) {
        Long deadline = spec.findLong("activeDeadlineSeconds");
        return deadline != null && deadline >= 0;
    }

    private static boolean isBestEffort(MapNode spec) {
        Amounts compute =
                PodResources.requests(spec).plus(PodResources.limits(spec)).withoutZeros();
        return compute.get("cpu") == null && compute.get("memory") == null;
    }

    private static boolean reachesOtherNamespaces(MapNode spec) {
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            MapNode affinity = spec.findMap("affinity", kind);
            for (Node term : affinity.findList("requiredDuringSchedulingIgnoredDuringExecution")) {
                if (namesNamespaces(term)) {
                    return true;
                }
            }
            for (Node weighted : affinity.findList("preferredDuringSchedulingIgnoredDuringExecution")) {
                if (namesNamespaces(weighted.findMap("podAffinityTerm"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesNamespaces(Node term) {
        Node selector = term.find("namespaceSelector");
        return !term.findList("namespaces").isEmpty() || (selector != null && !selector.isNull());
    }
}
