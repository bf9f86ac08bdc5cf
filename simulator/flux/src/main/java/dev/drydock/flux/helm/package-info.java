/**
 * helm-controller: releases of charts, made, changed and removed as Helm does it, under the account that a HelmRelease
 * names. Start at {@code HelmReleaseReconciler} and {@code AtomicRelease}.
 */
@NullMarked
package dev.drydock.flux.helm;

import org.jspecify.annotations.NullMarked;
