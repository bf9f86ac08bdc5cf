/**
 * When is an object ready? The rules of kstatus (fluxcd/cli-utils) and the readers that Flux puts before them. Start at
 * {@link dev.drydock.flux.status.KStatus}.
 */
@NullMarked
package dev.drydock.flux.status;

import org.jspecify.annotations.NullMarked;
