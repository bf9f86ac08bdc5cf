/**
 * Expressions in the Common Expression Language as Flux reads and words them; the language itself comes from elsewhere.
 * Start at {@link dev.drydock.flux.expression.Expression}.
 */
@NullMarked
package dev.drydock.flux.expression;

import org.jspecify.annotations.NullMarked;
