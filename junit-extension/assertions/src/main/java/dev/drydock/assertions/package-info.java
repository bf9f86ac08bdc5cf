/** AssertJ assertions about clusters. */
@NullMarked
package dev.drydock.assertions;

import org.jspecify.annotations.NullMarked;
