package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.admission.AdmissionPlugin;
import dev.drydock.kubernetes.admission.AdmissionPlugins;
import dev.drydock.kubernetes.admission.AdmissionRequest;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.admission.AdmissionResult;
import dev.drydock.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/** Asks the admission plugins in their order. */
final class Admission {

    private final ServerState state;

    Admission(ServerState state) {
        this.state = state;
    }

    private AdmissionRequest request(Call call, Operation operation, @Nullable MapNode object, @Nullable MapNode old) {
        String name = call.request().name();
        if (name.isEmpty() && object != null) {
            name = object.findText("metadata", "name");
            name = name.isEmpty() ? object.findText("metadata", "generateName") : name;
        }
        return new AdmissionRequest(
                operation,
                call.user(),
                call.kind(),
                call.gvr(),
                call.request().subresource(),
                call.name().namespace(),
                name,
                object,
                old,
                call.request().dryRun(),
                state);
    }

    MapNode mutate(Call call, Operation operation, @Nullable MapNode object, @Nullable MapNode old) {
        AdmissionRequest request = request(call, operation, object, old);
        for (AdmissionPlugin plugin : AdmissionPlugins.IN_ORDER) {
            MapNode changed = checked(call, plugin.mutate(request));
            if (changed != null) {
                request = request.withObject(changed);
            }
        }
        return request.written();
    }

    void validate(Call call, Operation operation, @Nullable MapNode object, @Nullable MapNode old) {
        AdmissionRequest request = request(call, operation, object, old);
        for (AdmissionPlugin plugin : AdmissionPlugins.IN_ORDER) {
            checked(call, plugin.validate(request));
        }
    }

    private static @Nullable MapNode checked(Call call, AdmissionResult result) {
        call.warn(result.warnings());
        if (result instanceof AdmissionResult.Refused refused) {
            throw new RefusedException(refused.status(), refused.explanation());
        }
        return ((AdmissionResult.Admitted) result).object();
    }
}
