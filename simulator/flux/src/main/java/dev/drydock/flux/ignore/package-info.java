/**
 * Which files of a source get into its artifact: patterns as go-git reads them, with Flux' defaults
 * (fluxcd/pkg/sourceignore). Start at {@link dev.drydock.flux.ignore.SourceIgnore}.
 */
@NullMarked
package dev.drydock.flux.ignore;

import org.jspecify.annotations.NullMarked;
