package dev.drydock.kubernetes.kinds.devices;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.TemplateMeta;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** Claims of devices and templates of claims; what they ask for never changes. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ResourceClaimRules implements KindRules {

    private final boolean template;

    /** Rules of claims or of templates. */
    public ResourceClaimRules(boolean template) {
        this.template = template;
    }

    private String struct() {
        return template ? "resource.v1.ResourceClaimTemplateSpec" : "resource.v1.ResourceClaimSpec";
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        if (template) {
            TemplateMeta.checkOfClaim(spec.in("metadata"));
            DeviceRequests.check(spec.in("spec", "devices"));
        } else {
            DeviceRequests.check(spec.in("devices"));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        if (!InternalForm.same(struct(), object.get("spec"), old.get("spec"))) {
            errors.add(FieldError.invalid("spec", InternalForm.of(struct(), object.get("spec")), "field is immutable"));
        }
        return errors;
    }
}
