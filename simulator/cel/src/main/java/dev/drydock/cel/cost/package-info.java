/** What an expression may cost at worst, known before it is run. */
@NullMarked
package dev.drydock.cel.cost;

import org.jspecify.annotations.NullMarked;
