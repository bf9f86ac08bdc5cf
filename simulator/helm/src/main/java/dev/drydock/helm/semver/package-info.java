/**
 * Semantic versions and ranges as Flux and Helm read them (Masterminds/semver v3). Start at
 * {@link dev.drydock.helm.semver.VersionRange}.
 */
@NullMarked
package dev.drydock.helm.semver;

import org.jspecify.annotations.NullMarked;
