/** Replacements: one source, many targets. */
@NullMarked
package dev.drydock.kustomize.replacement;

import org.jspecify.annotations.NullMarked;
