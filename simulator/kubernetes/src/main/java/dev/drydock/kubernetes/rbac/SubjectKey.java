package dev.drydock.kubernetes.rbac;

/**
 * A user or a group in the eyes of the bindings of one namespace.
 *
 * @param scope namespace of the bindings, empty for ClusterRoleBindings
 * @param isGroup whether the name is that of a group
 * @param name name of the user or group
 */
record SubjectKey(String scope, boolean isGroup, String name) {

    // Spelled out, because this is computed for every group of every request.
    @Override
    public int hashCode() {
        return (scope.hashCode() * 31 + name.hashCode()) * 2 + (isGroup ? 1 : 0);
    }
}
