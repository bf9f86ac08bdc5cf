/**
 * The kinds of dynamic resource allocation (pkg/apis/resource/validation/validation.go): claims of devices, their classes and
 * what nodes offer.
 */
@NullMarked
package dev.drydock.kubernetes.kinds.devices;

import org.jspecify.annotations.NullMarked;
