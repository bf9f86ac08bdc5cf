package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A RoleBinding or, without a namespace, a ClusterRoleBinding.
 *
 * @param id namespace and name
 * @param roleRef the role that it grants
 * @param subjects whom it grants the role
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Binding(NamespacedName id, RoleRef roleRef, List<Subject> subjects) {

    /** A binding with a copy of the subjects. */
    public Binding {
        subjects = List.copyOf(subjects);
    }

    static Binding of(NamespacedName id, MapNode object) {
        List<Subject> subjects = new ArrayList<>();
        for (Node subject : object.findList("subjects")) {
            subjects.add(Subject.of(subject));
        }
        return new Binding(id, RoleRef.of(object), subjects);
    }

    /** Namespace in which it holds, empty for everywhere. */
    public String namespace() {
        return id.namespace();
    }

    /** {@code RoleBinding} or {@code ClusterRoleBinding}. */
    public String kind() {
        return namespace().isEmpty() ? "ClusterRoleBinding" : "RoleBinding";
    }

    /** Place of the first subject that is the user, or -1. */
    int firstMatch(UserInfo user) {
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).matches(user, namespace())) {
                return i;
            }
        }
        return -1;
    }

    /** {@code RoleBinding team-a/edit of ClusterRole edit}, for explanations. */
    @Override
    public String toString() {
        return kind() + " " + id + " of " + roleRef;
    }
}
