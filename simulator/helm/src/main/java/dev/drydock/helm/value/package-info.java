/** Go's values as templates see them: integers with their kind, maps, lists, and how they print, compare and become YAML. */
@NullMarked
package dev.drydock.helm.value;

import org.jspecify.annotations.NullMarked;
