/** Runs expressions as cel-go's interpreter does, and counts what that costs. Start at {@link dev.drydock.cel.interpret.Program}. */
@NullMarked
package dev.drydock.cel.interpret;

import org.jspecify.annotations.NullMarked;
