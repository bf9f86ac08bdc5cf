/** source-controller: turns what repositories serve into artifacts. */
@NullMarked
package dev.drydock.flux.source;

import org.jspecify.annotations.NullMarked;
