/** Walks and changes immutable trees as kyaml's filters do. */
@NullMarked
package dev.drydock.kustomize.field;

import org.jspecify.annotations.NullMarked;
