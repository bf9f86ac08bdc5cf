package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.Verb;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.OptionRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** What is wrong with the options of a write (apimachinery/pkg/apis/meta/v1/validation). */
final class OptionErrors {

    private OptionErrors() {}

    /** Refuses a write with options that it cannot have. */
    static void check(Call call) {
        ApiRequest request = call.request();
        String kind = switch (request.verb()) {
            case CREATE -> "CreateOptions";
            case UPDATE -> "UpdateOptions";
            case PATCH -> "PatchOptions";
            default -> "";
        };
        if (kind.isEmpty()) {
            return;
        }
        FieldErrors errors = new FieldErrors();
        String manager = request.fieldManager().orElse("");
        if (request.verb() == Verb.PATCH) {
            boolean apply = request.patchType().orElse(PatchType.STRATEGIC) == PatchType.APPLY;
            if (apply && manager.isEmpty()) {
                errors.add(FieldError.required("fieldManager", "is required for apply patch"));
            }
            if (!apply && request.isForceGiven()) {
                errors.add(FieldError.forbidden("force", "may not be specified for non-apply patch"));
            }
        }
        errors.addAll(OptionRules.fieldManager(manager, "fieldManager"));
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toStatus(new GroupVersionKind("meta.k8s.io", "v1", kind), ""));
        }
    }

    /** The only value of dryRun is All. */
    static FieldErrors dryRun(ListNode values) {
        FieldErrors errors = new FieldErrors();
        for (Node value : values) {
            if (!"All".equals(value.toString().replace("\"", ""))) {
                errors.add(FieldError.notSupported("dryRun", values, List.of("All")));
                break;
            }
        }
        return errors;
    }
}
