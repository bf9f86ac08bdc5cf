/**
 * What kustomize-controller does around kustomize: it finds or writes the kustomization file of a path, merges the spec
 * into it, builds, checks and substitutes (fluxcd/pkg/kustomize). Start at
 * {@link dev.drydock.flux.generator.KustomizationGenerator}.
 */
@NullMarked
package dev.drydock.flux.generator;

import org.jspecify.annotations.NullMarked;
