/**
 * Role-based access control: who may do what, who may grant it, and why. Start at
 * {@link dev.drydock.kubernetes.rbac.RbacAuthorizer} for decisions and at
 * {@link dev.drydock.kubernetes.rbac.EscalationCheck} for writes of roles and bindings.
 */
@NullMarked
package dev.drydock.kubernetes.rbac;

import org.jspecify.annotations.NullMarked;
