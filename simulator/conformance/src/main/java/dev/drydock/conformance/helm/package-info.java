/** The corpora of Helm: expressions, charts, values and versions. */
@NullMarked
package dev.drydock.conformance.helm;

import org.jspecify.annotations.NullMarked;
