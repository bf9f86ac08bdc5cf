/** The {@code drydock} command, the only room that prints. */
@NullMarked
package dev.drydock.cli;

import org.jspecify.annotations.NullMarked;
