/**
 * How much of what objects use, and the limits that LimitRanges and ResourceQuotas set. Start at
 * {@link dev.drydock.kubernetes.quota.QuotaCheck} and {@link dev.drydock.kubernetes.quota.LimitRanges}.
 */
@NullMarked
package dev.drydock.kubernetes.quota;

import org.jspecify.annotations.NullMarked;
