/** The simple transformers, one class each. */
@NullMarked
package dev.drydock.kustomize.transform;

import org.jspecify.annotations.NullMarked;
