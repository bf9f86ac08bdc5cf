/** Fields of some kinds of objects, and changing what they lead to. */
@NullMarked
package dev.drydock.kustomize.fieldspec;

import org.jspecify.annotations.NullMarked;
