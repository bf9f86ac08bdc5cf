package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.ResourceAmountRules;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpRange;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nodes (pkg/apis/core/validation/validation.go, ValidateNode; pkg/registry/core/node/strategy.go). */
final class NodeRules implements KindRules {

    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
    private static final String ONLY_ONCE = " except from \"\" to valid";

    @Override
    public MapNode prepareForCreate(MapNode node) {
        return node.withoutPath("spec", "configSource").withoutPath("status", "config");
    }

    /** Where the configuration of a node comes from is no longer served, but kept where it is. */
    @Override
    public MapNode prepareForUpdate(MapNode node, MapNode old) {
        return Read.has(old, "spec", "configSource") ? node : node.withoutPath("spec", "configSource");
    }

    @Override
    public FieldErrors validateCreate(MapNode node) {
        FieldErrors errors = new FieldErrors();
        Field object = Field.of(node, errors);
        // Upstream names the metadata where it means the spec.
        taints(object.in("spec", "taints").as("metadata.taints"));
        resources(object);
        ranges(object.in("spec", "podCIDRs"));
        return errors;
    }

    private static void resources(Field node) {
        for (String list : List.of("capacity", "allocatable")) {
            Field amounts = node.in("status", list);
            for (String name : Read.sortedKeys(amounts.map())) {
                ResourceAmountRules.quantity(amounts.in(name), name);
            }
        }
    }

    private static void taints(Field taints) {
        Set<String> seen = new HashSet<>();
        for (Field taint : taints.items()) {
            Field key = taint.in("key");
            NameRules.labelKey(key.text()).forEach(text -> key.invalid(key.text(), text));
            List<String> wrong = NameRules.labelValue(taint.text("value"));
            if (!wrong.isEmpty()) {
                taint.in("value").invalid(String.join(";", wrong));
            }
            taint.in("effect").requiredOneOf(EFFECTS);
            if (!seen.add(key.text() + "\n" + taint.text("effect"))) {
                taint.add(FieldError.duplicate(
                        taint.path(), printed(taint), "taints must be unique by key and effect pair"));
            }
        }
    }

    /** The internal struct of a taint. */
    private static MapNode printed(Field taint) {
        return MapNode.builder()
                .put("Key", taint.text("key"))
                .put("Value", taint.text("value"))
                .put("Effect", taint.text("effect"))
                .put("TimeAdded", taint.in("timeAdded").value())
                .build();
    }

    private static void ranges(Field ranges) {
        List<String> texts = ranges.value().findList().strings();
        if (texts.isEmpty()) {
            return;
        }
        FieldErrors wrong = new FieldErrors();
        for (Field range : ranges.items()) {
            wrong.addAll(IpRange.validate(range.path(), range.text()));
        }
        ranges.addAll(wrong);
        if (texts.size() > 2) {
            ranges.invalid("may specify no more than one CIDR for each IP family");
        } else if (texts.size() == 2
                && wrong.isEmpty()
                && texts.get(0).contains(":") == texts.get(1).contains(":")) {
            ranges.invalid("may specify no more than one CIDR for each IP family");
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode node, MapNode old) {
        return validateStatusUpdate(node, old);
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode node, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field object = Field.of(node, errors);
        resources(object);
        List<String> was = old.findList("spec", "podCIDRs").strings();
        if (!was.isEmpty() && !was.equals(node.findList("spec", "podCIDRs").strings())) {
            object.in("spec", "podCIDRs").forbidden("node updates may not change podCIDR" + ONLY_ONCE);
        }
        String provider = old.findText("spec", "providerID");
        if (!provider.isEmpty() && !provider.equals(node.findText("spec", "providerID"))) {
            object.in("spec", "providerID").forbidden("node updates may not change providerID" + ONLY_ONCE);
        }
        taints(object.in("spec", "taints").as("metadata.taints"));
        if (!node.findText("spec", "externalID").equals(old.findText("spec", "externalID"))) {
            object.in("spec", "externalID").forbidden("may not be updated");
        }
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode node) {
        List<String> warnings = new ArrayList<>();
        if (Read.has(node, "spec", "configSource")) {
            warnings.add("spec.configSource: the feature is removed");
        }
        if (!node.findText("spec", "externalID").isEmpty()) {
            warnings.add("spec.externalID: this field is deprecated, and is unused by Kubernetes");
        }
        List<String> ranges = node.findList("spec", "podCIDRs").strings();
        for (int i = 0; i < ranges.size(); i++) {
            AddressWarnings.range("spec.podCIDRs[" + i + "]", ranges.get(i), warnings);
        }
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode node, MapNode old) {
        return warningsOnCreate(node);
    }
}
