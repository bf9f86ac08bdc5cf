/** The inside of the API server: its state, and what each verb does. */
@NullMarked
package dev.drydock.kubernetes.server;

import org.jspecify.annotations.NullMarked;
