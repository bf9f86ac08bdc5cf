package dev.drydock.flux.ssa;

import dev.drydock.yaml.MapNode;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Kinds that a controller flag names, as {@code group/Kind} (ssa/utils/meta.go, ParseGroupKindSet).
 *
 * @param kinds the kinds, {@code /Kind} in the core group
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KindSet(SortedSet<String> kinds) {

    /** The set without kinds. */
    public static final KindSet EMPTY = parse("");

    /** A set of these kinds. */
    public KindSet {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }

    /** The kinds of a comma list; without a slash a kind is of the core group, text after the first slash is the kind. */
    public static KindSet parse(String flag) {
        SortedSet<String> kinds = new TreeSet<>();
        if (!flag.isEmpty()) {
            for (String item : flag.split(",", -1)) {
                String trimmed = item.strip();
                kinds.add(trimmed.contains("/") ? trimmed : "/" + trimmed);
            }
        }
        return new KindSet(kinds);
    }

    /** Whether the object's kind is in the set. */
    public boolean contains(MapNode object) {
        ObjectMetadata identity = ObjectMetadata.of(object);
        return kinds.contains(identity.group() + "/" + identity.kind());
    }
}
