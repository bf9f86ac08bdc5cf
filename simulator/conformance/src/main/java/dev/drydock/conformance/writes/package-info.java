/** The corpus {@code api-writes}: sequences of writes to the API server. */
@NullMarked
package dev.drydock.conformance.writes;

import org.jspecify.annotations.NullMarked;
