/** Apply and delete sets of objects as one identity, in stages, as Flux' ssa package does. */
@NullMarked
package dev.drydock.flux.apply;

import org.jspecify.annotations.NullMarked;
