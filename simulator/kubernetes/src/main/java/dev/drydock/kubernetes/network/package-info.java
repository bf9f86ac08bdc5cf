/** Names of Services and the traffic that NetworkPolicies let through; start at {@link dev.drydock.kubernetes.network.Reachability}. */
@NullMarked
package dev.drydock.kubernetes.network;

import org.jspecify.annotations.NullMarked;
