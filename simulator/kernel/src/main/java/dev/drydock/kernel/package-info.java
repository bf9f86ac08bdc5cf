/**
 * Simulated time and decided order: one clock, one event queue, one seed, and the trace of what happened. Nothing else in
 * Drydock reads a clock or draws a random number. Start at {@link dev.drydock.kernel.Kernel}.
 */
@NullMarked
package dev.drydock.kernel;

import org.jspecify.annotations.NullMarked;
