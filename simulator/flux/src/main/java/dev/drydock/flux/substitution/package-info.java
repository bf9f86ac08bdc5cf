/**
 * Post-build variable substitution: the expression language of fluxcd/pkg/envsubst and where the variables come from.
 * Start at {@link dev.drydock.flux.substitution.PostBuildSubstitution}; the language alone is
 * {@link dev.drydock.flux.substitution.Template}.
 */
@NullMarked
package dev.drydock.flux.substitution;

import org.jspecify.annotations.NullMarked;
