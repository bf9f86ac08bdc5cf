/** The corpus of kustomize builds: folders to build, with the text or the error that kustomize gives. */
@NullMarked
package dev.drydock.conformance.kustomize;

import org.jspecify.annotations.NullMarked;
