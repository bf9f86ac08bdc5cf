package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;

/** What is wrong with managedFields (apimachinery/pkg/apis/meta/v1/validation). */
final class ManagedFieldsRules {

    private ManagedFieldsRules() {}

    static void validate(ListNode entries, FieldErrors errors) {
        for (int i = 0; i < entries.size(); i++) {
            Node entry = entries.get(i);
            String at = "metadata.managedFields[" + i + "]";
            String operation = entry.findText("operation");
            if (!operation.equals("Apply") && !operation.equals("Update")) {
                errors.add(FieldError.invalid(at + ".operation", operation, "must be `Apply` or `Update`"));
            }
            String type = entry.findText("fieldsType");
            if (!type.isEmpty() && !type.equals("FieldsV1")) {
                errors.add(FieldError.invalid(at + ".fieldsType", type, "must be `FieldsV1`"));
            }
            errors.addAll(OptionRules.fieldManager(entry.findText("manager"), at + ".manager"));
        }
    }
}
