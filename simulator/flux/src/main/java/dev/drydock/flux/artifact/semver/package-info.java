/**
 * Semantic versions and ranges as Flux and Helm read them (Masterminds/semver v3). Start at
 * {@link dev.drydock.flux.artifact.semver.VersionRange}.
 */
@NullMarked
package dev.drydock.flux.artifact.semver;

import org.jspecify.annotations.NullMarked;
