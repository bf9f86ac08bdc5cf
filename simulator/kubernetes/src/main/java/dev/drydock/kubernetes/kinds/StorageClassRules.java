package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** StorageClasses (upstream {@code pkg/apis/storage/validation/validation.go}). */
final class StorageClassRules implements KindRules {

    private static final int MOST_PARAMETERS = 512;
    private static final int MOST_BYTES = 256 * 1024;
    private static final List<String> IMMUTABLE =
            List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode");

    @Override
    public FieldErrors validateCreate(MapNode storageClass) {
        FieldErrors errors = new FieldErrors();
        provisioner(errors, "provisioner", storageClass.findText("provisioner"));
        parameters(errors, storageClass.findMap("parameters"));
        String policy = storageClass.findText("reclaimPolicy");
        if (!policy.isEmpty()) {
            Check.oneOf(errors, "reclaimPolicy", policy, List.of("Delete", "Retain"));
        }
        if (!Read.has(storageClass, "volumeBindingMode")) {
            errors.add(FieldError.required("volumeBindingMode", ""));
        } else {
            Check.oneOf(
                    errors,
                    "volumeBindingMode",
                    storageClass.findText("volumeBindingMode"),
                    List.of("Immediate", "WaitForFirstConsumer"));
        }
        TopologyTerms.check(errors, storageClass);
        return errors;
    }

    static void provisioner(FieldErrors errors, String field, String provisioner) {
        String lower = provisioner.toLowerCase(Locale.ROOT);
        if (provisioner.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else {
            Check.all(errors, field, lower, NameRules.labelKey(lower));
        }
    }

    static void parameters(FieldErrors errors, MapNode parameters) {
        if (parameters.size() > MOST_PARAMETERS) {
            errors.add(FieldError.tooLong("parameters", MOST_PARAMETERS));
            return;
        }
        long bytes = 0;
        for (String key : Read.sortedKeys(parameters)) {
            if (key.isEmpty()) {
                errors.add(FieldError.invalid("parameters", key, "field can not be empty."));
            }
            bytes += key.getBytes(StandardCharsets.UTF_8).length
                    + parameters.findText(key).getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_BYTES) {
            errors.add(FieldError.tooLong("parameters", MOST_BYTES));
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode storageClass, MapNode old) {
        FieldErrors errors = new FieldErrors();
        IMMUTABLE.forEach(field -> Check.immutable(errors, field, storageClass, old, field));
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode storageClass) {
        return TopologyTerms.warnings(storageClass);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode storageClass, MapNode old) {
        return TopologyTerms.warnings(storageClass);
    }
}
