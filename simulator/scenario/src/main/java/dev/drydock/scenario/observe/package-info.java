/**
 * Writes down what a simulated world did, in the format of recordings of the real system, so that both can be compared.
 * Start at {@link dev.drydock.scenario.observe.Observation}.
 */
@NullMarked
package dev.drydock.scenario.observe;

import org.jspecify.annotations.NullMarked;
