/**
 * What may change or refuse a write between its authorization and its storage. Start at
 * {@link dev.drydock.kubernetes.admission.AdmissionPlugin}.
 */
@NullMarked
package dev.drydock.kubernetes.admission;

import org.jspecify.annotations.NullMarked;
