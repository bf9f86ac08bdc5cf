/** Name references that follow renamed objects. */
@NullMarked
package dev.drydock.kustomize.nameref;

import org.jspecify.annotations.NullMarked;
