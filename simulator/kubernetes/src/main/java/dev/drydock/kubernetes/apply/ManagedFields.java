package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code metadata.managedFields} (managedfields/internal/managedfields.go). */
@SuppressWarnings("ReferenceEquality") // what is written the same is the very same node
final class ManagedFields {

    private static final Comparator<Map.Entry<ManagerId, Ownership>> ORDER =
            Comparator.<Map.Entry<ManagerId, Ownership>>comparingInt(
                            e -> e.getKey().apply() ? 0 : 1)
                    .thenComparing(e -> e.getValue().time(), ManagedFields::inTime)
                    .thenComparing(e -> e.getKey().manager(), Values::compare)
                    .thenComparing(e -> e.getValue().apiVersion(), Values::compare)
                    .thenComparing(e -> e.getKey().subresource(), Values::compare);

    private ManagedFields() {}

    /**
     * The owners that a list of entries describes, modifiable, in the order of the list.
     *
     * @throws IllegalArgumentException with the server's words when an entry is malformed
     */
    static Map<ManagerId, Ownership> decode(ListNode entries) {
        Map<ManagerId, Ownership> owners = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Node entry = entries.get(i);
            String operation = entry.findText("operation");
            if (!operation.equals("Apply") && !operation.equals("Update")) {
                throw new IllegalArgumentException("operation must be `Apply` or `Update`");
            }
            String apiVersion = entry.findText("apiVersion");
            if (apiVersion.isEmpty()) {
                throw new IllegalArgumentException("apiVersion must not be empty");
            }
            String fieldsType = entry.findText("fieldsType");
            if (!fieldsType.equals("FieldsV1")) {
                throw new IllegalArgumentException(
                        fieldsType.isEmpty()
                                ? "missing fieldsType in managed fields entry " + i
                                : "invalid fieldsType " + GoQuote.quote(fieldsType) + " in managed fields entry " + i);
            }
            ManagerId id = ManagerId.of(
                    entry.findText("manager"), operation.equals("Apply"), apiVersion, entry.findText("subresource"));
            FieldSet fields = FieldsV1.decode(entry.findMap("fieldsV1"));
            String time = time(entry.findString("time"));
            owners.put(id, new Ownership(fields, apiVersion, time, canonical(entry, fields, time)));
        }
        return owners;
    }

    /** The entry when it is as the server would write it, else null. */
    private static @Nullable MapNode canonical(Node entry, FieldSet fields, @Nullable String time) {
        int size = 4
                + (time == null ? 0 : 1)
                + (entry.findText("manager").isEmpty() ? 0 : 1)
                + (entry.findText("subresource").isEmpty() ? 0 : 1);
        return entry instanceof MapNode map
                        && map.size() == size
                        && map.get("fieldsV1") == fields.encoded
                        && Objects.equals(map.findString("time"), time)
                ? map
                : null;
    }

    private static @Nullable String time(@Nullable String time) {
        if (time == null || (time.length() == 20 && time.endsWith("Z"))) {
            return time;
        }
        try {
            return format(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    /** A time as the server notes it. */
    static String format(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static int inTime(@Nullable String one, @Nullable String other) {
        return Objects.equals(one, other) ? 0 : Long.compare(seconds(one), seconds(other));
    }

    static long seconds(@Nullable String time) {
        if (time == null) {
            return 0;
        }
        try {
            return OffsetDateTime.parse(time).toEpochSecond();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** The object with its managedFields replaced; an object that nobody owns anything of has none. */
    static MapNode write(MapNode object, Map<ManagerId, Ownership> owners) {
        if (owners.isEmpty()) {
            return without(object);
        }
        List<Map.Entry<ManagerId, Ownership>> sorted = new ArrayList<>(owners.entrySet());
        sorted.sort(ORDER);
        List<Node> entries = new ArrayList<>(sorted.size());
        for (Map.Entry<ManagerId, Ownership> owner : sorted) {
            entries.add(entry(owner.getKey(), owner.getValue()));
        }
        MapNode metadata = object.findMap("metadata").with("managedFields", ListNode.of(entries));
        return object.with("metadata", metadata);
    }

    private static MapNode entry(ManagerId id, Ownership ownership) {
        MapNode known = ownership.entry();
        if (known != null) {
            return known;
        }
        return MapNode.builder()
                .putIfPresent("manager", id.manager().isEmpty() ? null : id.manager())
                .put("operation", id.operation())
                .put("apiVersion", ownership.apiVersion())
                .putIfPresent("time", ownership.time())
                .put("fieldsType", "FieldsV1")
                .put("fieldsV1", FieldsV1.encode(ownership.fields()))
                .putIfPresent("subresource", id.subresource().isEmpty() ? null : id.subresource())
                .build();
    }

    /** The object without managedFields. */
    static MapNode without(MapNode object) {
        return object.get("metadata") instanceof MapNode metadata && metadata.has("managedFields")
                ? object.with("metadata", metadata.without("managedFields"))
                : object;
    }

    /** Whether a list asks to forget all owners: an empty one, or one empty entry. */
    static boolean isReset(@Nullable Node managedFields) {
        if (!(managedFields instanceof ListNode list)) {
            return false;
        }
        return list.isEmpty() || (list.size() == 1 && isEmptyEntry(list.get(0)));
    }

    private static boolean isEmptyEntry(Node entry) {
        return entry.isNull()
                || (entry instanceof MapNode map && map.values().stream().allMatch(ManagedFields::isEmptyValue));
    }

    private static boolean isEmptyValue(Node value) {
        return value.isNull() || value.equals(ScalarNode.of("")) || (value instanceof MapNode child && child.isEmpty());
    }
}
