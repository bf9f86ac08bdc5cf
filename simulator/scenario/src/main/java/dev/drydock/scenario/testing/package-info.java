/** A simulated cluster for tests in Java, with any test framework or none. Start at {@link dev.drydock.scenario.testing.Cluster}. */
@NullMarked
package dev.drydock.scenario.testing;

import org.jspecify.annotations.NullMarked;
