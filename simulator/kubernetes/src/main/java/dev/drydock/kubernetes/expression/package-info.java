/**
 * What expressions of Kubernetes know of a cluster: quantities, named formats and the authorizer, and what runs cost. Start
 * at {@link dev.drydock.kubernetes.expression.KubernetesExpressions}.
 */
@NullMarked
package dev.drydock.kubernetes.expression;

import org.jspecify.annotations.NullMarked;
