/** The recursive heart: accumulates a kustomization and everything below it. */
@NullMarked
package dev.drydock.kustomize.accumulate;

import org.jspecify.annotations.NullMarked;
