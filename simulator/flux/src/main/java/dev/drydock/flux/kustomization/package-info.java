/** kustomize-controller: brings Kustomizations to rest. Start at {@code KustomizationReconciler}. */
@NullMarked
package dev.drydock.flux.kustomization;

import org.jspecify.annotations.NullMarked;
