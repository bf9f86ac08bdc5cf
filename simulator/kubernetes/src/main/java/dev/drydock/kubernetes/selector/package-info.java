/** Selectors of lists and watches in their text form. */
@NullMarked
package dev.drydock.kubernetes.selector;

import org.jspecify.annotations.NullMarked;
