package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.function.UnaryOperator;

/** Fills gaps in trees; what is there stays the very node that it is. */
final class Fill {

    private Fill() {}

    /**
     * The map with a value where the field is absent or null. Decoding has left out empty values where their field is no
     * pointer; an empty string behind a pointer is a value.
     */
    static MapNode absent(MapNode map, String field, Object value) {
        Node known = map.get(field);
        return known == null || known.isNull() ? map.with(field, value) : map;
    }

    /** The same for a field that is encoded even when it is empty or zero. */
    static MapNode empty(MapNode map, String field, Object value) {
        Node known = map.get(field);
        boolean unset = ScalarNode.of("").equals(known) || ScalarNode.of(0).equals(known);
        return unset ? map.with(field, value) : absent(map, field, value);
    }

    /** The map with the struct in a field changed, where there is one. */
    static MapNode in(MapNode map, String field, UnaryOperator<MapNode> change) {
        return map.get(field) instanceof MapNode child ? map.with(field, change.apply(child)) : map;
    }

    /** The map with the struct in a field changed; an absent one is made first. */
    static MapNode into(MapNode map, String field, UnaryOperator<MapNode> change) {
        MapNode child = map.get(field) instanceof MapNode known ? known : MapNode.EMPTY;
        return map.with(field, change.apply(child));
    }

    /** The map with every struct in the list of a field changed. */
    static MapNode each(MapNode map, String field, UnaryOperator<MapNode> change) {
        return map.get(field) instanceof ListNode list
                ? map.with(field, list.map(item -> item instanceof MapNode struct ? change.apply(struct) : item))
                : map;
    }

    /** The map with the amounts in fields in thousandths at the finest (SetDefaults_ResourceList). */
    static MapNode amounts(MapNode map, String... fields) {
        MapNode filled = map;
        for (String field : fields) {
            filled = in(
                    filled,
                    field,
                    amounts -> amounts.map((name, amount) -> Quantity.of(amount)
                            .filter(quantity -> !quantity.inThousandths().equals(quantity))
                            .<Node>map(quantity ->
                                    ScalarNode.of(quantity.inThousandths().toString()))
                            .orElse(amount)));
        }
        return filled;
    }

    /** Whether a string field has a value. */
    static boolean is(MapNode map, String field, String value) {
        return value.equals(map.findString(field));
    }
}
