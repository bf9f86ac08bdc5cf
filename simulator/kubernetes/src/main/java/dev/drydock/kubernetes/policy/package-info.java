/** Expressions of admission policies: what they may say, and what they say about a request. */
@NullMarked
package dev.drydock.kubernetes.policy;

import org.jspecify.annotations.NullMarked;
