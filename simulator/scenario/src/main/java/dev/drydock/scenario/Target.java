package dev.drydock.scenario;

import org.apiguardian.api.API;

/**
 * An object as scenarios name it.
 *
 * @param kind kind, without its group
 * @param group API group, empty when only the kind was given
 * @param namespace namespace, empty for a cluster-scoped object
 * @param name name
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Target(String kind, String group, String namespace, String name) {

    /**
     * The target that {@code Kind/namespace/name} or {@code Kind/name} spells; a kind may carry its group,
     * {@code Kind.group}.
     *
     * @throws IllegalArgumentException when the text has another form; says which is right
     */
    public static Target parse(String text) {
        String[] parts = text.split("/", -1);
        boolean complete = parts.length == 2 || parts.length == 3;
        for (String part : parts) {
            complete &= !part.isEmpty();
        }
        if (!complete) {
            throw new IllegalArgumentException("\"" + text + "\" names no object: Kind/namespace/name, or Kind/name "
                    + "for one without a namespace, is expected");
        }
        int dot = parts[0].indexOf('.');
        String kind = dot < 0 ? parts[0] : parts[0].substring(0, dot);
        String group = dot < 0 ? "" : parts[0].substring(dot + 1);
        return new Target(kind, group, parts.length == 3 ? parts[1] : "", parts[parts.length - 1]);
    }

    /** As it was spelled. */
    @Override
    public String toString() {
        return kind + (group.isEmpty() ? "" : "." + group) + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
