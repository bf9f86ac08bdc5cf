/**
 * The pure half of Flux' server-side apply library (fluxcd/pkg/ssa): reading a build result, normalising objects, stages
 * and order, inventories, change sets, drift and ignore rules, error texts. Nothing here talks to a cluster. Start at
 * {@link dev.drydock.flux.ssa.ObjectReader} and {@link dev.drydock.flux.ssa.ApplyStages}.
 */
@NullMarked
package dev.drydock.flux.ssa;

import org.jspecify.annotations.NullMarked;
