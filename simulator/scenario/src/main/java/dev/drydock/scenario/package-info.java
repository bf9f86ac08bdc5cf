/** Scenario files: parsed, run on a simulated cluster, judged and explained. */
@NullMarked
package dev.drydock.scenario;

import org.jspecify.annotations.NullMarked;
