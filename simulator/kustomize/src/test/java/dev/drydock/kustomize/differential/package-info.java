/** Comparison with the real program over generated trees. */
@NullMarked
package dev.drydock.kustomize.differential;

import org.jspecify.annotations.NullMarked;
