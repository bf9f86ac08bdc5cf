/** Where transformers look: field specs, their defaults, and what configurations and crds add. */
@NullMarked
package dev.drydock.kustomize.config;

import org.jspecify.annotations.NullMarked;
