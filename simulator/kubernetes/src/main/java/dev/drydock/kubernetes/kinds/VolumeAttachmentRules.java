package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PersistentVolumeSources;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;

/** Volumes that nodes have (pkg/apis/storage/validation/validation.go, ValidateVolumeAttachment). */
final class VolumeAttachmentRules implements KindRules {

    private static final String SPEC = "storage.v1.VolumeAttachmentSpec";
    private static final String ONE = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = check(object);
        Field spec = Field.of(object, errors).in("spec");
        PersistentVolumeSources.driverName(spec.in("attacher"));
        Field volume = spec.in("source", "persistentVolumeName");
        if (volume.isSet()) {
            NameRules.dnsSubdomain(volume.text()).forEach(text -> volume.invalid(volume.text(), text));
        }
        return errors;
    }

    private static FieldErrors check(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        spec.in("attacher").isRequiredText();
        Field source = spec.in("source");
        boolean inline = source.has("inlineVolumeSpec");
        boolean named = source.has("persistentVolumeName");
        if (inline == named) {
            if (inline) {
                source.forbidden(ONE);
            } else {
                source.required(ONE);
            }
        } else if (named && source.text("persistentVolumeName").isEmpty()) {
            source.in("persistentVolumeName").required("must specify non empty persistentVolumeName");
        } else if (inline) {
            PersistentVolumeSources.check(source.in("inlineVolumeSpec"), true);
        }
        String node = spec.text("nodeName");
        NameRules.dnsSubdomain(node).forEach(text -> spec.in("nodeName").invalid(node, text));
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = check(object);
        if (!InternalForm.same(SPEC, object.get("spec"), old.get("spec"))) {
            errors.add(FieldError.invalid("spec", InternalForm.of(SPEC, object.get("spec")), Check.IMMUTABLE));
        }
        return errors;
    }
}
