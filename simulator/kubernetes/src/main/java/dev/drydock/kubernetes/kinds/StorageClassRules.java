package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
        topologies(errors, storageClass.findList("allowedTopologies").items());
        return errors;
    }

    private static void topologies(FieldErrors errors, List<Node> topologies) {
        List<Map<String, Set<String>>> known = new ArrayList<>();
        for (int i = 0; i < topologies.size(); i++) {
            MapNode term = topologies.get(i) instanceof MapNode map ? map : MapNode.EMPTY;
            Read.each(
                    term,
                    "matchLabelExpressions",
                    "allowedTopologies[" + i + "]",
                    (expression, path) -> expression(errors, expression, path));
            Map<String, Set<String>> values = new HashMap<>();
            Read.each(
                    term,
                    "matchLabelExpressions",
                    "",
                    (expression, path) -> values.put(
                            expression.findText("key"),
                            Set.copyOf(expression.findList("values").strings())));
            for (Map<String, Set<String>> other : known) {
                if (other.equals(values)) {
                    errors.add(FieldError.duplicate("allowedTopologies[" + i + "].matchLabelExpressions", ""));
                }
            }
            known.add(values);
        }
    }

    /** The name of a driver, which may have a path. */
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

    private static void expression(FieldErrors errors, MapNode expression, String path) {
        List<String> values = expression.findList("values").strings();
        if (values.isEmpty()) {
            errors.add(FieldError.required(path + ".values", ""));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                errors.add(FieldError.duplicate(path + ".values[" + i + "]", values.get(i)));
            }
        }
        String key = expression.findText("key");
        Check.all(errors, path + ".key", key, NameRules.labelKey(key));
    }

    @Override
    public FieldErrors validateUpdate(MapNode storageClass, MapNode old) {
        FieldErrors errors = new FieldErrors();
        IMMUTABLE.forEach(field -> Check.immutable(errors, field, storageClass, old, field));
        return errors;
    }
}
