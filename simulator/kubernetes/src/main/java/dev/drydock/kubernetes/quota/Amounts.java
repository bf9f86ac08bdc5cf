package dev.drydock.kubernetes.quota;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.MapNode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Amounts by the name of the resource, sorted (a ResourceList). A value.
 *
 * @param byName amounts by name
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Amounts(Map<String, Quantity> byName) {

    /** No amounts. */
    public static final Amounts NONE = new Amounts(Map.of());

    /** Amounts with a copy of the map. */
    public Amounts {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** The amounts that a map of an object holds; what is no quantity is left out. */
    public static Amounts of(MapNode list) {
        Map<String, Quantity> amounts = new TreeMap<>();
        list.forEach((name, value) -> Quantity.of(value).ifPresent(quantity -> amounts.put(name, quantity)));
        return new Amounts(amounts);
    }

    /** The amount of a resource, or null when it has none. */
    public @Nullable Quantity get(String name) {
        return byName.get(name);
    }

    /** Names of the resources. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Whether there is no amount. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** These amounts and others, added up by name. */
    public Amounts plus(Amounts other) {
        return merged(other, Quantity::plus);
    }

    /** The greater amount of each name. */
    public Amounts max(Amounts other) {
        return merged(other, Quantity::max);
    }

    /** These amounts with others in place of those of the same name. */
    public Amounts with(Amounts other) {
        return merged(other, (mine, theirs) -> theirs);
    }

    private Amounts merged(Amounts other, BinaryOperator<Quantity> merge) {
        Map<String, Quantity> merged = new TreeMap<>(byName);
        other.byName.forEach((name, amount) -> merged.merge(name, amount, merge));
        return new Amounts(merged);
    }

    /** What is added to an older usage: never less than nothing. */
    Amounts growthSince(Amounts old) {
        Map<String, Quantity> growth = new TreeMap<>();
        byName.forEach((name, amount) -> {
            Quantity before = old.get(name);
            Quantity more = before == null ? amount : amount.minus(before);
            growth.put(name, more.signum() < 0 ? Quantity.ZERO : more);
        });
        return new Amounts(growth);
    }

    Amounts only(Collection<String> names) {
        Map<String, Quantity> some = new TreeMap<>(byName);
        some.keySet().retainAll(names);
        return new Amounts(some);
    }

    Amounts withoutZeros() {
        Map<String, Quantity> some = new TreeMap<>(byName);
        some.values().removeIf(Quantity::isZero);
        return new Amounts(some);
    }

    /** The object form. */
    public MapNode toNode() {
        MapNode.Builder node = MapNode.builder();
        byName.forEach((name, amount) -> node.put(name, amount.toString()));
        return node.build();
    }

    /** {@code pods=1,requests.cpu=500m}, as messages print it. */
    @Override
    public String toString() {
        return byName.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
