/** helm-controller as far as it goes without rendering a chart. Start at {@code HelmController}. */
@NullMarked
package dev.drydock.flux.helm;

import org.jspecify.annotations.NullMarked;
