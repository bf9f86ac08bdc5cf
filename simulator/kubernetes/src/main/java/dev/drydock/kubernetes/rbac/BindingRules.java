package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/** RoleBindings and ClusterRoleBindings (upstream {@code pkg/apis/rbac/v1/defaults.go}, {@code validation.go}). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BindingRules implements KindRules {

    private final boolean isNamespaced;

    /** Rules of RoleBindings, or of ClusterRoleBindings. */
    public BindingRules(boolean isNamespaced) {
        this.isNamespaced = isNamespaced;
    }

    @Override
    public MapNode defaults(MapNode binding) {
        MapNode result = binding.findText("roleRef", "apiGroup").isEmpty()
                ? binding.with(List.of("roleRef", "apiGroup"), RbacPolicy.GROUP)
                : binding;
        if (!(result.get("subjects") instanceof ListNode subjects)) {
            return result;
        }
        return result.with("subjects", subjects.map(BindingRules::defaultSubject));
    }

    private static Node defaultSubject(Node subject) {
        String kind = subject.findText("kind");
        boolean isNamed = kind.equals("User") || kind.equals("Group");
        return isNamed
                        && subject instanceof MapNode map
                        && subject.findText("apiGroup").isEmpty()
                ? map.with("apiGroup", RbacPolicy.GROUP)
                : subject;
    }

    @Override
    public FieldErrors validateCreate(MapNode binding) {
        FieldErrors errors = new FieldErrors();
        validateRoleRef(RoleRef.of(binding), errors);
        List<Node> subjects = binding.findList("subjects").items();
        for (int i = 0; i < subjects.size(); i++) {
            validateSubject(subjects.get(i), "subjects[" + i + "]", errors);
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode binding, MapNode old) {
        FieldErrors errors = new FieldErrors();
        RoleRef ref = RoleRef.of(binding);
        if (!ref.equals(RoleRef.of(old))) {
            // Printed as the server's internal type, whose fields have no JSON names.
            MapNode printed = MapNode.of("APIGroup", ref.apiGroup(), "Kind", ref.kind(), "Name", ref.name());
            errors.add(FieldError.invalid("roleRef", printed, "cannot change roleRef"));
        }
        return errors;
    }

    private void validateRoleRef(RoleRef ref, FieldErrors errors) {
        if (!ref.apiGroup().equals(RbacPolicy.GROUP)) {
            errors.add(FieldError.notSupported("roleRef.apiGroup", ref.apiGroup(), List.of(RbacPolicy.GROUP)));
        }
        List<String> kinds = isNamespaced ? List.of("Role", "ClusterRole") : List.of("ClusterRole");
        if (!kinds.contains(ref.kind())) {
            errors.add(FieldError.notSupported("roleRef.kind", ref.kind(), kinds));
        }
        if (ref.name().isEmpty()) {
            errors.add(FieldError.required("roleRef.name", ""));
        }
        NameRules.pathSegment(ref.name())
                .forEach(text -> errors.add(FieldError.invalid("roleRef.name", ref.name(), text)));
    }

    private void validateSubject(Node subject, String path, FieldErrors errors) {
        String name = subject.findText("name");
        String group = subject.findText("apiGroup");
        if (name.isEmpty()) {
            errors.add(FieldError.required(path + ".name", ""));
        }
        switch (subject.findText("kind")) {
            case "ServiceAccount" -> {
                if (!name.isEmpty()) {
                    NameRules.dnsSubdomain(name)
                            .forEach(text -> errors.add(FieldError.invalid(path + ".name", name, text)));
                }
                if (!group.isEmpty()) {
                    errors.add(FieldError.notSupported(path + ".apiGroup", group, List.of("")));
                }
                if (!isNamespaced && subject.findText("namespace").isEmpty()) {
                    errors.add(FieldError.required(path + ".namespace", ""));
                }
            }
            case "User", "Group" -> {
                if (!group.equals(RbacPolicy.GROUP)) {
                    errors.add(FieldError.notSupported(path + ".apiGroup", group, List.of(RbacPolicy.GROUP)));
                }
            }
            default ->
                errors.add(FieldError.notSupported(
                        path + ".kind", subject.findText("kind"), List.of("ServiceAccount", "User", "Group")));
        }
    }
}
