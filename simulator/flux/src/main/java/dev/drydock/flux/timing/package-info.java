/**
 * When Flux does something again and with which effective settings: intervals, timeouts, retries, the result of a
 * reconciliation as a requeue. Start at {@link dev.drydock.flux.timing.KustomizationTiming}.
 */
@NullMarked
package dev.drydock.flux.timing;

import org.jspecify.annotations.NullMarked;
