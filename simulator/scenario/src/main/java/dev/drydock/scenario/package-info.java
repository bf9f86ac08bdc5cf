/**
 * Scenario files: what a platform set up, what a tenant does, what must come of it. Start at
 * {@link dev.drydock.scenario.ScenarioReader} to read a file and at {@code dev.drydock.scenario.run.Runner} to run it. This
 * package holds the nouns of the format, which are plain values.
 */
@NullMarked
package dev.drydock.scenario;

import org.jspecify.annotations.NullMarked;
