/** What all control loops share: a work queue on simulated time. */
@NullMarked
package dev.drydock.kubernetes.runtime;

import org.jspecify.annotations.NullMarked;
