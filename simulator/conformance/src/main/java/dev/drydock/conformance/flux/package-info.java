/**
 * Answers the corpus of Flux' pure functions ({@code flux-parts}). Start at
 * {@link dev.drydock.conformance.flux.FluxParts}.
 */
@NullMarked
package dev.drydock.conformance.flux;

import org.jspecify.annotations.NullMarked;
