/**
 * From the body of a request to an object of a kind, as the server's serializers read it into Go structs and write it back.
 * Start at {@link dev.drydock.kubernetes.decode.Decoder}.
 */
@NullMarked
package dev.drydock.kubernetes.decode;

import org.jspecify.annotations.NullMarked;
