/** {@code kustomize build} as a pure function of files. */
@NullMarked
package dev.drydock.kustomize;

import org.jspecify.annotations.NullMarked;
