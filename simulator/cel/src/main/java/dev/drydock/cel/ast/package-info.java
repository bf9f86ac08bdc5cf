/** The tree of an expression, as cel-go's common/ast has it. */
@NullMarked
package dev.drydock.cel.ast;

import org.jspecify.annotations.NullMarked;
