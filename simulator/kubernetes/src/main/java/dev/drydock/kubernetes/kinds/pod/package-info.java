/**
 * What is wrong with pod specs, one class a concept (pkg/apis/core/validation/validation.go). Start at
 * {@link dev.drydock.kubernetes.kinds.pod.PodSpecRules}.
 */
@NullMarked
package dev.drydock.kubernetes.kinds.pod;

import org.jspecify.annotations.NullMarked;
