/** Values of expressions. */
@NullMarked
package dev.drydock.cel.value;

import org.jspecify.annotations.NullMarked;
