/**
 * What the server fills in where a client says nothing. Start at
 * {@link dev.drydock.kubernetes.kinds.defaults.BuiltInDefaults}.
 */
@NullMarked
package dev.drydock.kubernetes.kinds.defaults;

import org.jspecify.annotations.NullMarked;
