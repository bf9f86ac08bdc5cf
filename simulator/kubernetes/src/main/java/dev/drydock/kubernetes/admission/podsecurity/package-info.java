/**
 * The Pod Security Standards: what the levels baseline and restricted forbid, version by version. Start at
 * {@link dev.drydock.kubernetes.admission.podsecurity.PodSecurityStandard}.
 */
@NullMarked
package dev.drydock.kubernetes.admission.podsecurity;

import org.jspecify.annotations.NullMarked;
