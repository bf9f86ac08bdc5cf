/** Types of expressions, as cel-go's common/types has them. */
@NullMarked
package dev.drydock.cel.type;

import org.jspecify.annotations.NullMarked;
