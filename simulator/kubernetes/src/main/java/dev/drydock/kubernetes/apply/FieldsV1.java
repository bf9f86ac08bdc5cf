package dev.drydock.kubernetes.apply;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/**
 * Field sets as the server writes them into managedFields (fieldpath/serialize.go).
 *
 * <p>What was decoded or encoded once is found again by the identity of its node, since most writes leave most entries as
 * they are.
 */
@SuppressWarnings("ReferenceEquality") // an unchanged set is the very same object
final class FieldsV1 {

    private static final String SELF = ".";

    private static final Cache<MapNode, FieldSet> KNOWN = CacheBuilder.newBuilder()
            .weakKeys()
            .maximumSize(20_000)
            .concurrencyLevel(1)
            .build();

    private FieldsV1() {}

    /**
     * The set that a fieldsV1 describes.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    static FieldSet decode(MapNode fields) {
        FieldSet set = KNOWN.getIfPresent(fields);
        if (set == null) {
            set = level(fields);
            KNOWN.put(fields, set);
            if (set.encoded == null && set != FieldSet.EMPTY) {
                set.encoded = canonical(fields, set);
            }
        }
        return set;
    }

    private static FieldSet level(MapNode fields) {
        FieldSetBuilder level = new FieldSetBuilder();
        fields.forEach((key, value) -> {
            if (!key.equals(SELF)) {
                PathElement.decode(key).ifPresent(element -> entry(level, element, value));
            }
        });
        return level.build();
    }

    private static void entry(FieldSetBuilder level, PathElement element, Node value) {
        if (!(value instanceof MapNode below)) {
            throw new IllegalArgumentException("expected an object below " + element.encoded());
        }
        FieldSet children = level(below);
        if (children.isEmpty() || below.has(SELF)) {
            level.member(element);
        }
        level.child(element, children);
    }

    /** The set as the server writes it. */
    static MapNode encode(FieldSet set) {
        MapNode fields = set.encoded;
        if (fields == null) {
            fields = encode(set, false);
            KNOWN.put(fields, set);
            set.encoded = fields;
        }
        return fields;
    }

    /** The node that was read when it is as the server would write it, else what the server would write. */
    private static MapNode canonical(MapNode read, FieldSet set) {
        MapNode written = encode(set, false);
        return written.toString().equals(read.toString()) ? read : written; // also the order counts
    }

    private static MapNode encode(FieldSet set, boolean self) {
        MapNode.Builder fields = MapNode.builder();
        if (self) {
            fields.put(SELF, MapNode.EMPTY);
        }
        int m = 0;
        int c = 0;
        while (m < set.members.length || c < set.parents.length) {
            int order = m >= set.members.length
                    ? 1
                    : c >= set.parents.length ? -1 : set.members[m].compareTo(set.parents[c]);
            if (order < 0) {
                fields.put(set.members[m++].encoded(), MapNode.EMPTY);
            } else {
                fields.put(set.parents[c].encoded(), encode(set.children[c], order == 0));
                c++;
                m += order == 0 ? 1 : 0;
            }
        }
        return fields.build();
    }
}
