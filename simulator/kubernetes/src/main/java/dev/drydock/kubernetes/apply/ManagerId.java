package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ScalarNode;

/**
 * Who owns fields: the identity of a managedFields entry. An applier is the same in all API versions.
 *
 * @param manager name of the manager, may be empty in entries written by hand
 * @param apply whether it is an applier, rather than somebody who updates
 * @param apiVersion empty for appliers
 * @param subresource empty for the main resource
 */
record ManagerId(String manager, boolean apply, String apiVersion, String subresource)
        implements Comparable<ManagerId> {

    static ManagerId of(String manager, boolean apply, String apiVersion, String subresource) {
        return new ManagerId(manager, apply, apply ? "" : apiVersion, subresource);
    }

    String operation() {
        return apply ? "Apply" : "Update";
    }

    /** As conflicts name it: {@code "x" with subresource "status" using v1}. */
    String display() {
        return GoQuote.quote(manager)
                + (subresource.isEmpty() ? "" : " with subresource " + GoQuote.quote(subresource))
                + (apply ? "" : " using " + apiVersion);
    }

    /** The order of the serialized identities. */
    @Override
    public int compareTo(ManagerId other) {
        return Values.compare(serialized(), other.serialized());
    }

    private String serialized() {
        return (manager.isEmpty() ? "{" : "{\"manager\":" + JsonWriter.go(ScalarNode.of(manager)) + ",")
                + "\"operation\":\"" + operation() + "\""
                + (apiVersion.isEmpty() ? "" : ",\"apiVersion\":\"" + apiVersion + "\"")
                + (subresource.isEmpty() ? "" : ",\"subresource\":\"" + subresource + "\"") + "}";
    }
}
