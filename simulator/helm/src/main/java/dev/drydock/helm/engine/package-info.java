/** Renders the templates of a chart (Helm's pkg/engine). Start at {@link dev.drydock.helm.engine.Engine}. */
@NullMarked
package dev.drydock.helm.engine;

import org.jspecify.annotations.NullMarked;
