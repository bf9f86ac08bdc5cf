/** Amounts of resources, {@code 500m} or {@code 1Gi}, as Kubernetes reads, adds and prints them. */
@NullMarked
package dev.drydock.kubernetes.quantity;

import org.jspecify.annotations.NullMarked;
