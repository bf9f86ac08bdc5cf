/**
 * Runs scenarios on simulated clusters and judges what came of them. Start at {@link dev.drydock.scenario.run.Runner}; a
 * {@link dev.drydock.scenario.run.World} is the running cluster with Flux on it.
 */
@NullMarked
package dev.drydock.scenario.run;

import org.jspecify.annotations.NullMarked;
