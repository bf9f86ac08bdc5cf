/**
 * Strategic merge patches, JSON merge patches and JSON patches, with the API server's limits and words. Start at
 * {@link dev.drydock.kubernetes.patch.Patches}.
 */
@NullMarked
package dev.drydock.kubernetes.patch;

import org.jspecify.annotations.NullMarked;
