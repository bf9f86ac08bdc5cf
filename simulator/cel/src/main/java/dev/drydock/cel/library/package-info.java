/** Functions: what they are declared as and what they do, library by library. */
@NullMarked
package dev.drydock.cel.library;

import org.jspecify.annotations.NullMarked;
