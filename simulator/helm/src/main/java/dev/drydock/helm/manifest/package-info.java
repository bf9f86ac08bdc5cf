/** Manifests that templates printed: split, sorted, told apart from hooks, and rewritten by post renderers. */
@NullMarked
package dev.drydock.helm.manifest;

import org.jspecify.annotations.NullMarked;
