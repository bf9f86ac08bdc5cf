package dev.drydock.kubernetes.policy;

import dev.drydock.cel.value.Value;
import dev.drydock.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a policy see of a request (apiserver, admission/plugin/cel/activation.go).
 *
 * @param object the object to be; null for a deletion
 * @param oldObject the object that is; null for a creation
 * @param params the parameter, null where there is none
 * @param namespace the namespace of the object, null where it has none
 * @param authorizer the value of {@code authorizer}
 * @param requestResource the value of {@code authorizer.requestResource}
 */
public record PolicyInput(
        @Nullable MapNode object,
        @Nullable MapNode oldObject,
        MapNode request,
        @Nullable MapNode params,
        @Nullable MapNode namespace,
        @Nullable Value authorizer,
        @Nullable Value requestResource) {

    /** The same with another object. */
    public PolicyInput withObject(MapNode other) {
        return new PolicyInput(other, oldObject, request, params, namespace, authorizer, requestResource);
    }

    /** The same without a namespace, as conditions see it. */
    PolicyInput withoutNamespace() {
        return new PolicyInput(object, oldObject, request, params, null, authorizer, requestResource);
    }
}
