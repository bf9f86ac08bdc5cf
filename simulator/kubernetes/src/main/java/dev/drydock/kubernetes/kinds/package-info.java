/** The rules of the built-in kinds, one class a kind. Start at {@link dev.drydock.kubernetes.kinds.BuiltInKinds}. */
@NullMarked
package dev.drydock.kubernetes.kinds;

import org.jspecify.annotations.NullMarked;
