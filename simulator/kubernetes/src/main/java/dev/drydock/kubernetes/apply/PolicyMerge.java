package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.FieldType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges what a mutating policy applies into an object; nobody owns it then (apiserver, policy/mutating/patch/smd.go). */
public final class PolicyMerge {

    private PolicyMerge() {}

    /** A configuration that cannot be applied; the message is upstream's. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    /**
     * The object with the configuration merged in.
     *
     * @throws Unfit when the configuration has fields that the type has not, or replaces what is owned as a whole
     */
    public static MapNode merge(MapNode object, MapNode configuration, TypeRef type) throws Unfit {
        Optional<String> problem = TypeCheck.problem(configuration, type, false);
        if (problem.isPresent()) {
            throw new Unfit("failed to convert patch object to typed object: " + problem.get());
        }
        List<String> atomics = new ArrayList<>();
        atomics(configuration, type, "", atomics);
        if (!atomics.isEmpty()) {
            throw new Unfit("invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: "
                    + String.join(", ", atomics));
        }
        return Merging.merge(object, configuration, type) instanceof MapNode merged ? merged : object;
    }

    private static void atomics(Node value, TypeRef type, String path, List<String> found) {
        Atom atom = type.atom();
        MapType fields = atom.map();
        if (value instanceof MapNode map && fields != null) {
            if (fields.atomic()) {
                found.add(path);
            }
            map.forEach((key, child) -> {
                FieldType field = fields.field(key);
                if (field != null) {
                    atomics(child, field.type(), path + "." + key, found);
                }
            });
        } else if (value instanceof ListNode list && atom.list() != null) {
            if (!atom.list().associative()) {
                found.add(path);
            }
            for (int i = 0; i < list.size(); i++) {
                atomics(list.get(i), atom.list().element(), path + "[" + i + "]", found);
            }
        }
    }
}
