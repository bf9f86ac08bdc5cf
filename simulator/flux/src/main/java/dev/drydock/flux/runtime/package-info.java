/** What all Flux controllers share: the work queue, conditions, status patches and events. */
@NullMarked
package dev.drydock.flux.runtime;

import org.jspecify.annotations.NullMarked;
