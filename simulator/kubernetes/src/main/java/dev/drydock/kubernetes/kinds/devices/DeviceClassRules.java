package dev.drydock.kubernetes.kinds.devices;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** Classes of devices. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DeviceClassRules implements KindRules {

    /** The rules. */
    public DeviceClassRules() {}

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        DeviceRequests.selectors(spec.in("selectors"));
        DeviceForms.list(spec.in("config"), DeviceRequests.MOST, DeviceForms::configuration);
        Field extended = spec.in("extendedResourceName");
        if (extended.isSet() && !isExtendedResource(extended.text())) {
            extended.invalid("must be a valid extended resource name");
        }
        return errors;
    }

    private static boolean isExtendedResource(String name) {
        return name.contains("/")
                && !name.contains("kubernetes.io/")
                && !name.startsWith("requests.")
                && NameRules.labelKey("requests." + name).isEmpty();
    }
}
