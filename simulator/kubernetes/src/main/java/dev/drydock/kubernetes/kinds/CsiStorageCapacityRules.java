package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.OldNodeLabels;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** How much storage there is (pkg/apis/storage/validation/validation.go, ValidateCSIStorageCapacity). */
final class CsiStorageCapacityRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field capacity = Field.of(object, errors);
        if (capacity.has("nodeTopology")) {
            errors.addAll(LabelSelectors.validate(capacity.in("nodeTopology").map(), "nodeTopology"));
        }
        String name = capacity.text("storageClassName");
        NameRules.dnsSubdomain(name)
                .forEach(text -> capacity.in("storageClassName").invalid(name, text));
        Quantity.of(capacity.value().find("capacity"))
                .filter(amount -> amount.signum() < 0)
                .ifPresent(amount ->
                        capacity.in("capacity").invalid(amount.toString(), "must be greater than or equal to 0"));
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Check.immutable(errors, "nodeTopology", object, old, "nodeTopology");
        Check.immutable(errors, "storageClassName", object, old, "storageClassName");
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        List<String> warnings = new ArrayList<>();
        Field topology = Field.of(object, new FieldErrors()).in("nodeTopology");
        OldNodeLabels.ofTerm(topology, false, warnings);
        for (String label : Read.sortedKeys(topology.in("matchLabels").map())) {
            String text = OldNodeLabels.textOf(label);
            if (!text.isEmpty()) {
                warnings.add("nodeTopology.matchLabels." + label + ": " + text);
            }
        }
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return warningsOnCreate(object);
    }
}
