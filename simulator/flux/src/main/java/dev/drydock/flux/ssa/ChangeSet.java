package dev.drydock.flux.ssa;

import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What happened to each object of a reconciliation, in order (ssa/changeset.go).
 *
 * @param entries the entries
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChangeSet(List<Entry> entries) {

    /** The set without entries. */
    public static final ChangeSet EMPTY = new ChangeSet(List.of());

    /** A set of these entries. */
    public ChangeSet {
        entries = List.copyOf(entries);
    }

    /**
     * What happened to one object.
     *
     * @param object identity of the object
     * @param version API version without the group
     * @param action what was done
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Entry(ObjectMetadata object, String version, Action action) {

        /** The entry of an object. */
        public static Entry of(Node object, Action action) {
            return new Entry(
                    ObjectMetadata.of(object), ObjectFields.type(object).version(), action);
        }

        /** {@code Kind/namespace/name action}. */
        @Override
        public String toString() {
            return object.subject() + " " + action;
        }
    }

    /** This set and then the entries of another. */
    public ChangeSet plus(ChangeSet more) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(more.entries);
        return new ChangeSet(all);
    }

    /** The message of the apply event: the lines of changed objects; empty when nothing changed. */
    public String changeLog() {
        return entries.stream()
                .filter(entry -> entry.action().hasChanged())
                .map(Entry::toString)
                .collect(Collectors.joining("\n"));
    }

    /** The identities of all entries in order. */
    public List<ObjectMetadata> identities() {
        return entries.stream().map(Entry::object).toList();
    }

    /** One line an entry, joined by line feeds. */
    @Override
    public String toString() {
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }

    /** The inventory that holds every entry. */
    public Inventory inventory() {
        return new Inventory(entries.stream()
                .map(entry -> new Inventory.Entry(entry.object().id(), entry.version()))
                .toList());
    }
}
