/**
 * The Common Expression Language as cel-go reads, checks, runs and prices it. Text becomes an {@link dev.drydock.cel.ast.Expr}
 * (parsed), its types are checked against declared variables and {@link dev.drydock.cel.library.Library functions}, and it
 * is run on {@link dev.drydock.cel.value.Value values} that read manifests where they lie.
 */
@NullMarked
package dev.drydock.cel;

import org.jspecify.annotations.NullMarked;
