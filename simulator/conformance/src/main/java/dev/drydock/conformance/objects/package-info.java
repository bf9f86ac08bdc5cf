/** The corpus {@code api-objects}: what the server answers when one object is written. */
@NullMarked
package dev.drydock.conformance.objects;

import org.jspecify.annotations.NullMarked;
