/** Whether an expression makes sense: names are resolved, types unified, overloads chosen (cel-go, checker). */
@NullMarked
package dev.drydock.cel.check;

import org.jspecify.annotations.NullMarked;
