package dev.drydock.kubernetes.schema;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The type of a list.
 *
 * @param element type of its items
 * @param associative whether the items are owned one by one: a map when there are keys, else a set; otherwise the list is
 *     owned as a whole
 * @param keys the fields that identify an item
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ListType(TypeRef element, boolean associative, List<String> keys) {

    /** Copies the keys. */
    public ListType {
        keys = List.copyOf(keys);
    }

    ListType withAtomic(boolean atomic) {
        return new ListType(element, !atomic, keys);
    }
}
