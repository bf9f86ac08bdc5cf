package dev.drydock.kubernetes.quota;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.quantity.ResourceNames;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Holds a write against the quotas of its namespace, by what their status says (upstream
 * {@code apiserver/pkg/admission/plugin/resourcequota/controller.go CheckRequest}).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class QuotaCheck {

    /** Resources that every container has to set once a quota counts them. */
    private static final Set<String> DEMANDED =
            Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    private static final Set<String> POD_NAMES = Set.of(
            "pods",
            "count/pods",
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage");

    private final GroupVersionResource resource;
    private final MapNode object;
    private final @Nullable MapNode old;

    /**
     * A check of a write.
     *
     * @param old what is stored, null for a creation
     */
    public QuotaCheck(GroupVersionResource resource, MapNode object, @Nullable MapNode old) {
        this.resource = resource;
        this.object = object;
        this.old = old;
    }

    /** The answer: a refusal, or what the quotas will have in use, by their names, as far as that changes. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public sealed interface Outcome {

        /**
         * The write goes beyond a quota.
         *
         * @param text the server's words
         */
        @API(status = API.Status.EXPERIMENTAL, since = "0.1")
        record Exceeded(String text) implements Outcome {}

        /**
         * The write fits.
         *
         * @param used what is in use after it, by the name of the quota
         */
        @API(status = API.Status.EXPERIMENTAL, since = "0.1")
        record Charged(Map<String, Amounts> used) implements Outcome {}
    }

    /** Holds the write against quotas, which are taken in the given order. */
    public Outcome against(List<MapNode> quotas) {
        if (old != null && !countsUpdateOf(old)) {
            return new Outcome.Charged(Map.of());
        }
        List<MapNode> concerned = new ArrayList<>();
        for (MapNode quota : quotas) {
            Set<String> tracked = tracked(hard(quota));
            if (tracked.isEmpty() || !QuotaScopes.match(quota, resource.resource(), object)) {
                continue;
            }
            Optional<String> failure = unmet(quota, tracked);
            if (failure.isPresent()) {
                return new Outcome.Exceeded(failure.get());
            }
            concerned.add(quota);
        }
        return charge(concerned);
    }

    /** Pods and plain objects are counted once, when they are made; services and claims can grow. */
    private boolean countsUpdateOf(MapNode before) {
        return switch (resource.groupResource()) {
            case "services", "persistentvolumeclaims" -> true;
            case "pods" ->
                QuotaScopes.isTerminating(object.findMap("spec")) != QuotaScopes.isTerminating(before.findMap("spec"))
                        || !ObjectUsage.of(resource, object).equals(ObjectUsage.of(resource, before));
            default -> false;
        };
    }

    private static Amounts hard(MapNode quota) {
        return Amounts.of(quota.findMap("status", "hard"));
    }

    private static Amounts used(MapNode quota) {
        return Amounts.of(quota.findMap("status", "used"));
    }

    private static String name(Node named) {
        return String.valueOf(
                named.find("metadata") == null ? named.findString("name") : named.findString("metadata", "name"));
    }

    /** Names in the quota that objects of this resource can count for. */
    private Set<String> tracked(Amounts hard) {
        Set<String> possible =
                new TreeSet<>(ObjectUsage.of(resource, MapNode.EMPTY).names());
        boolean isPod = resource.groupResource().equals("pods");
        boolean isClaim = resource.groupResource().equals("persistentvolumeclaims");
        if (isPod) {
            possible.addAll(POD_NAMES);
        }
        if (isClaim) {
            possible.add("requests.storage");
        }
        return hard.names().stream()
                .filter(name -> possible.contains(name)
                        || (isPod && isPodExtra(name))
                        || (isClaim && name.contains(".storageclass.storage.k8s.io/")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPodExtra(String name) {
        String bare = name.startsWith("requests.") ? name.substring("requests.".length()) : name;
        return ResourceNames.isHugePages(bare) || (!bare.equals(name) && !ResourceNames.isNative(name));
    }

    private Optional<String> unmet(MapNode quota, Set<String> tracked) {
        String missing = resource.groupResource().equals("pods") ? missing(tracked) : "";
        if (!missing.isEmpty()) {
            return Optional.of("failed quota: " + name(quota) + ": must specify " + missing);
        }
        return used(quota).names().containsAll(tracked)
                ? Optional.empty()
                : Optional.of("status unknown for quota: " + name(quota) + ", resources: " + String.join(",", tracked));
    }

    private String missing(Set<String> tracked) {
        Set<String> demanded = new TreeSet<>(tracked);
        demanded.retainAll(DEMANDED);
        MapNode spec = object.findMap("spec");
        if (demanded.isEmpty() || PodResources.hasPodLevel(spec)) {
            return "";
        }
        Map<String, List<String>> without = new TreeMap<>();
        List<Node> containers = new ArrayList<>(spec.findList("containers").items());
        containers.addAll(spec.findList("initContainers").items());
        for (Node container : containers) {
            Set<String> set = ObjectUsage.compute(PodResources.requestsOf(container), PodResources.limitsOf(container))
                    .names();
            for (String name : demanded) {
                if (!set.contains(name)) {
                    without.computeIfAbsent(name, none -> new ArrayList<>()).add(name(container));
                }
            }
        }
        return without.entrySet().stream()
                .map(entry -> entry.getKey() + " for: "
                        + entry.getValue().stream().sorted().distinct().collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    private Outcome charge(List<MapNode> quotas) {
        Amounts growth = ObjectUsage.of(resource, object)
                .growthSince(old == null ? Amounts.NONE : ObjectUsage.of(resource, old))
                .withoutZeros();
        Map<String, Amounts> charged = new LinkedHashMap<>();
        for (MapNode quota : quotas) {
            Amounts hard = hard(quota);
            Amounts used = used(quota);
            Amounts requested = growth.only(hard.names());
            Amounts after = used.plus(requested);
            List<String> exceeded = requested.names().stream()
                    .filter(name -> exceeds(after, hard, name))
                    .toList();
            if (!exceeded.isEmpty()) {
                return new Outcome.Exceeded(
                        "exceeded quota: " + name(quota) + ", requested: " + requested.only(exceeded) + ", used: "
                                + used.only(exceeded) + ", limited: " + hard.only(exceeded));
            }
            if (!requested.isEmpty()) {
                charged.put(name(quota), after);
            }
        }
        return new Outcome.Charged(charged);
    }

    private static boolean exceeds(Amounts after, Amounts hard, String name) {
        var limit = hard.get(name);
        var amount = after.get(name);
        return limit != null && amount != null && amount.compareTo(limit) > 0;
    }
}
