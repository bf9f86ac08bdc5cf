package dev.drydock.yaml;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An immutable list of nodes. */
@API(status = API.Status.STABLE, since = "0.1")
public final class ListNode implements Node, Iterable<Node> {

    /** The list without items. */
    public static final ListNode EMPTY = new ListNode(ImmutableList.of(), Location.NONE);

    private final ImmutableList<Node> items;
    private final Location location;

    private ListNode(ImmutableList<Node> items, Location location) {
        this.items = items;
        this.location = location;
    }

    /** A list of these items, in this order. */
    public static ListNode of(List<? extends Node> items) {
        return items.isEmpty() ? EMPTY : new ListNode(ImmutableList.copyOf(items), Location.NONE);
    }

    /** A list of these items that was read at a place. */
    public static ListNode of(List<? extends Node> items, Location location) {
        return new ListNode(ImmutableList.copyOf(items), location);
    }

    /** A list of strings. */
    public static ListNode ofStrings(Iterable<String> items) {
        ImmutableList.Builder<Node> nodes = ImmutableList.builder();
        items.forEach(item -> nodes.add(ScalarNode.of(item)));
        return of(nodes.build());
    }

    /** The items, immutable. */
    public List<Node> items() {
        return items;
    }

    /** Number of items. */
    public int size() {
        return items.size();
    }

    /** Whether there is no item. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /**
     * The item at an index from zero.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public Node get(int index) {
        return items.get(index);
    }

    /** The items as a stream. */
    public Stream<Node> stream() {
        return items.stream();
    }

    /** The items that are strings. */
    public List<String> strings() {
        return items.stream()
                .filter(n -> n instanceof ScalarNode s && s.isString())
                .map(n -> ((ScalarNode) n).stringValue())
                .toList();
    }

    /** This list with one item replaced. */
    public ListNode with(int index, Node item) {
        if (items.get(index) == item) {
            return this;
        }
        ImmutableList.Builder<Node> copy = ImmutableList.builderWithExpectedSize(items.size());
        for (int i = 0; i < items.size(); i++) {
            copy.add(i == index ? item : items.get(i));
        }
        return new ListNode(copy.build(), location);
    }

    /** This list with one item more at its end. */
    public ListNode plus(Node item) {
        return new ListNode(
                ImmutableList.<Node>builderWithExpectedSize(items.size() + 1)
                        .addAll(items)
                        .add(item)
                        .build(),
                location);
    }

    /** This list with every item changed; the same list when nothing changed. */
    public ListNode map(UnaryOperator<Node> change) {
        ImmutableList.Builder<Node> copy = ImmutableList.builderWithExpectedSize(items.size());
        boolean changed = false;
        for (Node item : items) {
            Node next = change.apply(item);
            changed |= next != item;
            copy.add(next);
        }
        return changed ? new ListNode(copy.build(), location) : this;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public ListNode at(Location place) {
        return new ListNode(items, place);
    }

    @Override
    public Iterator<Node> iterator() {
        return items.iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListNode list && items.equals(list.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    /** Compact JSON. */
    @Override
    public String toString() {
        return CompactJson.write(this);
    }
}
