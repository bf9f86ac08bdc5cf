package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.kinds.BuiltInKinds;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An authorized request on its way through a handler.
 *
 * @param request what was sent
 * @param user who acts, after impersonation
 * @param resource the resource that it is for
 * @param warnings texts for Warning headers, added to on the way
 * @param empties what the body has as empty lists and maps
 */
record Call(ApiRequest request, UserInfo user, ApiResource resource, List<String> warnings, Empties empties) {

    static Call of(ApiRequest request, UserInfo user, ApiResource resource) {
        return new Call(request, user, resource, new ArrayList<>(), new Empties());
    }

    GroupVersionResource gvr() {
        return resource.resource();
    }

    GroupVersionKind kind() {
        return resource.kind();
    }

    NamespacedName name() {
        return new NamespacedName(resource.namespaced() ? request.namespace() : "", request.name());
    }

    KindRules rules() {
        return BuiltInKinds.rulesOf(gvr());
    }

    /** The kind that the body of a write holds: that of the subresource where it has its own. */
    GroupVersionKind bodyKind() {
        ApiResource.Subresource subresource = resource.subresources().get(request.subresource());
        return subresource == null ? resource.kind() : subresource.kind();
    }

    /** Whether the resource comes from a CustomResourceDefinition. */
    boolean isCustom() {
        return !Decoder.isBuiltIn(resource.kind());
    }

    /** Whether the bodies of this request have no Go struct. */
    boolean hasCustomBody() {
        return !Decoder.isBuiltIn(bodyKind());
    }

    /** The same for the object itself instead of a subresource. */
    Call ofMainResource() {
        return new Call(request.toBuilder().subresource("").build(), user, resource, warnings, empties);
    }

    /** The same with nothing to be stored. */
    Call asDryRun() {
        return new Call(request.toBuilder().dryRun(true).build(), user, resource, warnings, empties);
    }

    /** Adds texts for Warning headers, each once. */
    void warn(List<String> texts) {
        for (String text : texts) {
            if (!warnings.contains(text)) {
                warnings.add(text);
            }
        }
    }

    boolean isStatus() {
        return request.subresource().equals("status");
    }

    boolean hasStatusSubresource() {
        return resource.subresources().containsKey("status");
    }

    String manager() {
        return FieldManagement.managerName(request.fieldManager().orElse(null), request.userAgent());
    }

    /** The object in the namespace of the request; refuses one that names another. Cluster-scoped objects lose theirs. */
    MapNode inNamespace(MapNode object) {
        String namespace = object.findText("metadata", "namespace");
        if (!resource.namespaced()) {
            return Objects.withoutMeta(object, "namespace");
        }
        if (namespace.isEmpty()) {
            return Objects.withMeta(object, "namespace", request.namespace());
        }
        if (!namespace.equals(request.namespace())) {
            throw new RefusedException(Statuses.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request"));
        }
        return object;
    }

    /** Refuses an object of another name than that of the request. */
    void checkName(MapNode object) {
        String name = object.findText("metadata", "name");
        if (name.isEmpty()) {
            throw new RefusedException(Statuses.badRequest("the name of the object (" + request.name()
                    + " based on URL) was undeterminable: name must be provided"));
        }
        if (!name.equals(request.name())) {
            throw new RefusedException(Statuses.badRequest("the name of the object (" + name
                    + ") does not match the name on the URL (" + request.name() + ")"));
        }
    }
}
