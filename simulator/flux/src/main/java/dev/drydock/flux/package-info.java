/** The Flux controllers on a simulated cluster: sources, artifacts and reconcilers, acting as the identities they would have. */
@NullMarked
package dev.drydock.flux;

import org.jspecify.annotations.NullMarked;
