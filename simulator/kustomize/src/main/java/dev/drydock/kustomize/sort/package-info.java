/** The order of the output. */
@NullMarked
package dev.drydock.kustomize.sort;

import org.jspecify.annotations.NullMarked;
