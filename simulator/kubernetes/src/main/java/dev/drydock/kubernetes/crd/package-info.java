/**
 * Custom resources: what their schemas keep, fill in and refuse. Start at {@link dev.drydock.kubernetes.crd.CustomKind}.
 */
@NullMarked
package dev.drydock.kubernetes.crd;

import org.jspecify.annotations.NullMarked;
