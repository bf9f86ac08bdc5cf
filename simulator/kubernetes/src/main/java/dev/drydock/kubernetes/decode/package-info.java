/** From the body of a request to an object of a kind. */
@NullMarked
package dev.drydock.kubernetes.decode;

import org.jspecify.annotations.NullMarked;
