/**
 * The Kubernetes API server in memory, with the built-in controllers that make manifests come true. Start at
 * {@link dev.drydock.kubernetes.Cluster} for a running world and at {@link dev.drydock.kubernetes.ApiServer} for its only
 * door.
 */
@NullMarked
package dev.drydock.kubernetes;

import org.jspecify.annotations.NullMarked;
