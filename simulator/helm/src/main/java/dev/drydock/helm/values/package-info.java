/** Values: merging with a chart's defaults, the syntax of {@code --set}, and what Flux composes. */
@NullMarked
package dev.drydock.helm.values;

import org.jspecify.annotations.NullMarked;
