/** The kustomization file: decoding with Go's errors, checks and fix-ups. */
@NullMarked
package dev.drydock.kustomize.file;

import org.jspecify.annotations.NullMarked;
