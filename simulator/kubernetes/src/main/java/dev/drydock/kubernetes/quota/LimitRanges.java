package dev.drydock.kubernetes.quota;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What LimitRanges fill in and forbid (upstream {@code plugin/pkg/admission/limitranger/admission.go}). Resources are looked at
 * in the order of their names; the real server's order is that of a Go map.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LimitRanges {

    private LimitRanges() {}

    /** A pod with the defaults of the LimitRanges for containers that say nothing of their own. */
    public static MapNode withDefaults(MapNode pod, List<MapNode> limitRanges) {
        MapNode result = pod;
        for (MapNode limitRange : limitRanges) {
            result = withDefaults(result, limitRange);
        }
        return result;
    }

    private static MapNode withDefaults(MapNode pod, MapNode limitRange) {
        Amounts requests = Amounts.NONE;
        Amounts limits = Amounts.NONE;
        for (Node limit : limitRange.findList("spec", "limits")) {
            if ("Container".equals(limit.findString("type"))) {
                requests = requests.with(Amounts.of(limit.findMap("defaultRequest")));
                limits = limits.with(Amounts.of(limit.findMap("default")));
            }
        }
        ContainerDefaults defaults = new ContainerDefaults(requests, limits);
        MapNode filled = defaults.fill(pod, "containers", "container");
        filled = defaults.fill(filled, "initContainers", "init container");
        return defaults.notes().isEmpty()
                ? filled
                : filled.with(
                        List.of("metadata", "annotations", "kubernetes.io/limit-ranger"),
                        "LimitRanger plugin set: " + String.join("; ", defaults.notes()));
    }

    /** Collects what it filled in. */
    private static final class ContainerDefaults {
        private final Amounts requests;
        private final Amounts limits;
        private final List<String> notes = new ArrayList<>();

        private ContainerDefaults(Amounts requests, Amounts limits) {
            this.requests = requests;
            this.limits = limits;
        }

        private List<String> notes() {
            return notes;
        }

        private MapNode fill(MapNode pod, String list, String what) {
            ListNode containers = pod.findList("spec", list);
            ListNode filled = containers.map(container -> fill((MapNode) container, what));
            return filled.equals(containers) ? pod : pod.with(List.of("spec", list), filled);
        }

        private MapNode fill(MapNode container, String what) {
            String who = " for " + what + " " + container.findString("name");
            MapNode result = fill(container, "requests", requests, " request" + who);
            return fill(result, "limits", limits, " limit" + who);
        }

        private MapNode fill(MapNode container, String part, Amounts defaults, String note) {
            Amounts own = Amounts.of(container.findMap("resources", part));
            List<String> set = defaults.names().stream()
                    .filter(name -> own.get(name) == null)
                    .toList();
            if (set.isEmpty()) {
                return container;
            }
            notes.add(String.join(", ", set) + note);
            return container.with(
                    List.of("resources", part), own.plus(defaults.only(set)).toNode());
        }
    }

    /** Why the first LimitRange that objects does so, or empty. */
    public static Optional<String> refusal(MapNode object, boolean isPod, List<MapNode> limitRanges) {
        for (MapNode limitRange : limitRanges) {
            List<String> errors = new ArrayList<>();
            for (Node limit : limitRange.findList("spec", "limits")) {
                if (isPod) {
                    checkPod(limit, object.findMap("spec"), errors);
                } else {
                    checkClaim(limit, object.findMap("spec"), errors);
                }
            }
            if (!errors.isEmpty()) {
                List<String> distinct = List.copyOf(new LinkedHashSet<>(errors));
                return Optional.of(distinct.size() == 1 ? distinct.get(0) : "[" + String.join(", ", distinct) + "]");
            }
        }
        return Optional.empty();
    }

    private static void checkPod(Node limit, MapNode spec, List<String> errors) {
        String type = String.valueOf(limit.findString("type"));
        if (type.equals("Container")) {
            List<Node> containers = new ArrayList<>(spec.findList("containers").items());
            containers.addAll(spec.findList("initContainers").items());
            for (Node container : containers) {
                check(limit, type, PodResources.requestsOf(container), PodResources.limitsOf(container), errors);
            }
        } else if (type.equals("Pod")) {
            check(limit, type, PodResources.requests(spec), PodResources.limits(spec), errors);
        }
    }

    /** A claim states requests only. */
    private static void checkClaim(Node limit, MapNode spec, List<String> errors) {
        String type = String.valueOf(limit.findString("type"));
        if (type.equals("PersistentVolumeClaim")) {
            Amounts requests = PodResources.requestsOf(spec);
            bounds(limit, "min").forEach((name, bound) -> min(type, name, bound, requests, Amounts.NONE, errors));
            bounds(limit, "max").forEach((name, bound) -> maxRequest(type, name, bound, requests, errors));
        }
    }

    private static Map<String, Quantity> bounds(Node limit, String part) {
        return Amounts.of(limit.findMap(part)).byName();
    }

    private static void check(Node limit, String type, Amounts requests, Amounts limits, List<String> errors) {
        bounds(limit, "min").forEach((name, bound) -> min(type, name, bound, requests, limits, errors));
        bounds(limit, "max").forEach((name, bound) -> max(type, name, bound, requests, limits, errors));
        bounds(limit, "maxLimitRequestRatio")
                .forEach((name, bound) -> ratio(type, name, bound, requests, limits, errors));
    }

    private static void min(
            String type, String name, Quantity bound, Amounts requests, Amounts limits, List<String> errors) {
        Quantity request = requests.get(name);
        Quantity limit = limits.get(name);
        String text = "minimum " + name + " usage per " + type + " is " + bound;
        if (request == null) {
            errors.add(text + ".  No request is specified");
        } else if (request.compareTo(bound) < 0) {
            errors.add(text + ", but request is " + request);
        } else if (limit != null && limit.compareTo(bound) < 0) {
            errors.add(text + ", but limit is " + limit);
        }
    }

    private static void max(
            String type, String name, Quantity bound, Amounts requests, Amounts limits, List<String> errors) {
        Quantity request = requests.get(name);
        Quantity limit = limits.get(name);
        String text = "maximum " + name + " usage per " + type + " is " + bound;
        if (limit == null) {
            errors.add(text + ".  No limit is specified");
        } else if (limit.compareTo(bound) > 0) {
            errors.add(text + ", but limit is " + limit);
        } else if (request != null && request.compareTo(bound) > 0) {
            errors.add(text + ", but request is " + request);
        }
    }

    private static void maxRequest(String type, String name, Quantity bound, Amounts requests, List<String> errors) {
        Quantity request = requests.get(name);
        String text = "maximum " + name + " usage per " + type + " is " + bound;
        if (request == null) {
            errors.add(text + ".  No request is specified");
        } else if (request.compareTo(bound) > 0) {
            errors.add(text + ", but request is " + request);
        }
    }

    private static void ratio(
            String type, String name, Quantity bound, Amounts requests, Amounts limits, List<String> errors) {
        Quantity request = requests.get(name);
        Quantity limit = limits.get(name);
        String text = name + " max limit to request ratio per " + type + " is " + bound;
        if (request == null || request.isZero()) {
            errors.add(text + ", but no request is specified or request is 0");
        } else if (limit == null || limit.isZero()) {
            errors.add(text + ", but no limit is specified or limit is 0");
        } else {
            double ratio = limit.amount().doubleValue() / request.amount().doubleValue();
            if (ratio > bound.amount().doubleValue()) {
                errors.add(text + ", but provided ratio is " + String.format(Locale.ROOT, "%f", ratio));
            }
        }
    }
}
