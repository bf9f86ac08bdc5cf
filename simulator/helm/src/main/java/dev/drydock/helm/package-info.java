/** {@code helm template} as a pure function of a chart and values; answers not modelled until it is built. */
@NullMarked
package dev.drydock.helm;

import org.jspecify.annotations.NullMarked;
