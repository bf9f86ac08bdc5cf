/** Waiting for the health of objects, as the Flux controllers wait for what they applied. */
@NullMarked
package dev.drydock.flux.health;

import org.jspecify.annotations.NullMarked;
