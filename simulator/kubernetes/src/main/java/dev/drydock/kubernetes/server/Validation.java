package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.crd.CustomKind;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.ObjectMetaRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** What is wrong with objects that are to be stored (apiserver registry/rest/create.go and update.go). */
final class Validation {

    private final ServerState state;

    Validation(ServerState state) {
        this.state = state;
    }

    /** The checks of the kind; when they find nothing, those that all metadata pass. */
    FieldErrors ofCreate(Call call, MapNode object) {
        FieldErrors errors = typeErrors(call, object);
        if (!errors.isEmpty()) {
            return errors;
        }
        if (MetadataChecks.areOfKind(call.gvr())) {
            errors.addAll(ofKind(call, object.findMap("metadata")));
        }
        errors.addAll(
                call.isCustom()
                        ? CustomKinds.of(state, call.resource())
                                .validate(object, null, warning -> call.warn(List.of(warning)))
                        : call.rules().validateCreate(call.empties().restored(object)));
        return errors.isEmpty() ? ofAll(call, object.findMap("metadata")) : errors;
    }

    private static FieldErrors ofKind(Call call, MapNode metadata) {
        return ObjectMetaRules.validate(
                Traits.ignoresGenerateName(call.gvr()) ? metadata.without("generateName") : metadata,
                call.resource().namespaced(),
                name -> Traits.wrongWithName(call.gvr(), name),
                MetadataChecks.qualifyFinalizers(call.gvr(), call.isCustom()));
    }

    private static FieldErrors ofAll(Call call, MapNode metadata) {
        return ObjectMetaRules.validate(metadata, call.resource().namespaced(), NameRules::pathSegment, false);
    }

    /** The common checks, and then those of the kind, which repeat the metadata's. */
    FieldErrors ofUpdate(Call call, MapNode object, MapNode live) {
        MapNode metadata = object.findMap("metadata");
        MapNode old = live.findMap("metadata");
        FieldErrors errors = ofAll(call, metadata).addAll(ObjectMetaRules.validateUpdate(metadata, old));
        FieldErrors wrongType = typeErrors(call, object);
        if (!wrongType.isEmpty()) {
            return errors.addAll(wrongType); // what is not of the kind is not held to its rules
        }
        boolean main = call.request().subresource().isEmpty();
        for (MetadataChecks.Step step : MetadataChecks.ofUpdate(call.gvr(), main)) {
            errors.addAll(
                    switch (step) {
                        case UPDATE ->
                            MetadataChecks.qualifyFinalizers(call.gvr(), call.isCustom())
                                    ? ObjectMetaRules.validateUpdateOfKind(metadata, old)
                                    : ObjectMetaRules.validateUpdate(metadata, old);
                        case WHOLE -> ofKind(call, metadata);
                        case ANEW -> call.rules().validateAnew(call.empties().restored(object), live);
                        case KIND -> ofKindUpdate(call, object, live);
                    });
        }
        return errors;
    }

    private FieldErrors ofKindUpdate(Call call, MapNode object, MapNode live) {
        if (call.isCustom()) {
            CustomKind kind = CustomKinds.of(state, call.resource());
            return call.isStatus()
                    ? kind.validateStatus(object, live, warning -> call.warn(List.of(warning)))
                    : kind.validate(object, live, warning -> call.warn(List.of(warning)));
        }
        if (call.isStatus()) {
            return call.rules().validateStatusUpdate(object, live);
        }
        String subresource = call.request().subresource();
        return subresource.isEmpty()
                ? call.rules().validateUpdate(call.empties().restored(object), live)
                : call.rules().validateSubresource(subresource, object, live);
    }

    /** A custom resource may have been patched into another type. */
    private static FieldErrors typeErrors(Call call, MapNode object) {
        FieldErrors errors = new FieldErrors();
        String apiVersion = call.kind().apiVersion();
        if (call.isCustom() && !object.findText("kind").equals(call.kind().kind())) {
            errors.add(FieldError.invalid(
                    "kind", object.get("kind"), "must be " + call.kind().kind()));
        }
        if (call.isCustom() && !object.findText("apiVersion").equals(apiVersion)) {
            errors.add(FieldError.invalid("apiVersion", object.get("apiVersion"), "must be " + apiVersion));
        }
        return errors;
    }
}
