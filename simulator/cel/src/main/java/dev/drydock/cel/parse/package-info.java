/** From text to tree: tokens, grammar and macros, with ANTLR's words for what is not an expression. */
@NullMarked
package dev.drydock.cel.parse;

import org.jspecify.annotations.NullMarked;
