/** Runs a scenario in several orders and finds what depends on the order. Start at {@link Orders}. */
@NullMarked
package dev.drydock.scenario.order;

import org.jspecify.annotations.NullMarked;
