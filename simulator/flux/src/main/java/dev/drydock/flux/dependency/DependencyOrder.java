package dev.drydock.flux.dependency;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Puts objects behind what they depend on (fluxcd/pkg runtime/dependency/sort.go).
 *
 * <p>What they depend on is part of the order, whether or not it is among the objects.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DependencyOrder {

    private final Map<NamespacedName, List<NamespacedName>> edges = new LinkedHashMap<>();
    private final Set<NamespacedName> open = new HashSet<>();
    private final Set<NamespacedName> done = new HashSet<>();
    private final List<NamespacedName> sorted = new ArrayList<>();

    private DependencyOrder() {}

    private record Visit(NamespacedName name, Iterator<NamespacedName> dependencies) {}

    /** The names in order; empty when the dependencies run in a circle. */
    public static Optional<List<NamespacedName>> sort(List<MapNode> objects) {
        DependencyOrder order = new DependencyOrder();
        for (MapNode object : objects) {
            NamespacedName name = NamespacedName.of(object);
            List<NamespacedName> dependencies = new ArrayList<>();
            for (Node reference : object.findList("spec", "dependsOn")) {
                String namespace = reference.findText("namespace");
                dependencies.add(new NamespacedName(
                        namespace.isEmpty() ? name.namespace() : namespace, reference.findText("name")));
            }
            order.edges.put(name, dependencies);
        }
        boolean isAcyclic = order.edges.keySet().stream().allMatch(order::visit);
        return isAcyclic ? Optional.of(List.copyOf(order.sorted)) : Optional.empty();
    }

    /** Walks down from an object; false when the walk comes back to where it is. */
    private boolean visit(NamespacedName start) {
        if (done.contains(start)) {
            return true;
        }
        Deque<Visit> path = new ArrayDeque<>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (!visit.dependencies().hasNext()) {
                path.pop();
                open.remove(visit.name());
                done.add(visit.name());
                sorted.add(visit.name());
                continue;
            }
            NamespacedName next = visit.dependencies().next();
            if (open.contains(next)) {
                return false;
            }
            if (!done.contains(next)) {
                path.push(enter(next));
            }
        }
        return true;
    }

    private Visit enter(NamespacedName name) {
        open.add(name);
        return new Visit(name, edges.getOrDefault(name, List.of()).iterator());
    }
}
