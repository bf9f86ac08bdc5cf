/**
 * Whether the dependencies of a Kustomization or HelmRelease let it go on. Start at
 * {@link dev.drydock.flux.dependency.DependencyCheck}.
 */
@NullMarked
package dev.drydock.flux.dependency;

import org.jspecify.annotations.NullMarked;
