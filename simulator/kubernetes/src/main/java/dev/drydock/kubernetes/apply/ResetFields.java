package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The fields that a resource or subresource resets on every write, which nobody can own through it: status on the main
 * resource, spec and metadata on the status subresource (rest.ResetFieldsStrategy upstream).
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ResetFields {

    /** Nothing is reset. */
    public static final ResetFields NONE = new ResetFields(FieldSet.EMPTY);

    private static final ResetFields STATUS = new ResetFields(FieldSet.ofFields(new String[] {"status"}));
    private static final ResetFields ALL_BUT_STATUS =
            new ResetFields(FieldSet.ofFields(new String[] {"spec"}, new String[] {"metadata"}));

    private final FieldSet fields;

    private ResetFields(FieldSet fields) {
        this.fields = fields;
    }

    /**
     * The reset fields of a built-in resource.
     *
     * @param subresource empty for the main resource
     */
    public static ResetFields of(GroupVersionResource resource, String subresource) {
        FieldSet known = ResetFieldsTable.of(resource, subresource);
        return known.isEmpty() ? NONE : new ResetFields(known);
    }

    /**
     * The reset fields of a custom resource.
     *
     * @param statusSubresource whether the version serves a status subresource
     * @param subresource empty for the main resource
     */
    public static ResetFields ofCustomResource(boolean statusSubresource, String subresource) {
        if (subresource.equals("status")) {
            return ALL_BUT_STATUS;
        }
        return statusSubresource && subresource.isEmpty() ? STATUS : NONE;
    }

    /** The fields at a version; they are the same in all versions of a resource. */
    FieldSet at(String apiVersion) {
        return fields;
    }

    /** The object with everything that is reset as the stored object has it. */
    public MapNode restored(MapNode object, MapNode stored) {
        MapNode[] result = {object};
        fields.forEach(path -> {
            List<String> keys = path.stream()
                    .map(element -> ((PathElement.Field) element).name())
                    .toList();
            Node old = stored.find(keys.toArray(new String[0]));
            result[0] = old == null ? result[0].withoutPath(keys.toArray(new String[0])) : result[0].with(keys, old);
        });
        return result[0];
    }
}
