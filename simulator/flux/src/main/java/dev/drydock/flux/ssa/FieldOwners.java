package dev.drydock.flux.ssa;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who owns a field by server-side apply, read from the managed fields of a live object. */
final class FieldOwners {

    private record Owner(String manager, MapNode fields) {}

    private final List<Owner> owners;

    private FieldOwners(List<Owner> owners) {
        this.owners = owners;
    }

    /** The owners of an object; entries of updates and of subresources do not count. */
    static FieldOwners of(MapNode object) {
        List<Owner> owners = new ArrayList<>();
        for (Node entry : object.findList("metadata", "managedFields")) {
            if (entry.findText("operation").equals("Apply")
                    && entry.findText("subresource").isEmpty()
                    && entry.find("fieldsV1") instanceof MapNode fields) {
                owners.add(new Owner(entry.findText("manager"), fields));
            }
        }
        return new FieldOwners(owners);
    }

    /** Whether a manager other than this one applied the value at a JSON pointer. */
    boolean hasOtherApplier(MapNode object, String pointer, String manager) {
        List<String> path = fieldPath(object, pointer);
        return path != null
                && owners.stream()
                        .anyMatch(owner -> !owner.manager.equals(manager) && walk(owner.fields, path) != null);
    }

    /** The pointer as keys of a field set, or null when a list index cannot be told by its keys. */
    private @Nullable List<String> fieldPath(MapNode object, String pointer) {
        if (pointer.isEmpty() || pointer.equals("/")) {
            return null;
        }
        List<String> path = new ArrayList<>();
        Node node = object;
        for (String segment : JsonPointers.segments(pointer)) {
            if (!segment.matches("[+-]?[0-9]{1,9}")) {
                path.add("f:" + segment);
                node = node instanceof MapNode map ? map.get(segment) : null;
                continue;
            }
            int index = Integer.parseInt(segment);
            Node item = node instanceof ListNode list && index >= 0 && index < list.size() ? list.get(index) : null;
            String key = item instanceof MapNode map ? listKey(path, map) : null;
            if (key == null) {
                return null;
            }
            path.add(key);
            // upstream walks on with NestedSlice, which does not pass through lists: nested lists are never found
            node = null;
        }
        return path;
    }

    private @Nullable String listKey(List<String> parent, MapNode item) {
        Set<String> keys = new TreeSet<>();
        for (Owner owner : owners) {
            if (walk(owner.fields, parent) instanceof MapNode fields) {
                fields.keys().stream().filter(key -> key.startsWith("k:")).forEach(keys::add);
            }
        }
        return keys.stream().filter(key -> matches(item, key)).findFirst().orElse(null);
    }

    private static boolean matches(MapNode item, String key) {
        try {
            if (!(JsonReader.read(key.substring(2), "") instanceof MapNode wanted)) {
                return false;
            }
            return wanted.keys().stream().allMatch(name -> isEqual(item.get(name), wanted.get(name)));
        } catch (YamlException e) {
            return false;
        }
    }

    /** Upstream reads the key's numbers as floats, which never equal the integers of an object. */
    private static boolean isEqual(@Nullable Node found, @Nullable Node wanted) {
        if (wanted instanceof ScalarNode scalar && scalar.value() instanceof Number number) {
            return found instanceof ScalarNode other
                    && Double.valueOf(number.doubleValue()).equals(other.value());
        }
        return found != null && found.equals(wanted);
    }

    private static @Nullable Node walk(MapNode fields, List<String> path) {
        return fields.find(path.toArray(new String[0]));
    }
}
