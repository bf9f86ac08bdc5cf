/** What makes an object invalid, and the Status that says so. Start at {@link dev.drydock.kubernetes.validation.KindRules}. */
@NullMarked
package dev.drydock.kubernetes.validation;

import org.jspecify.annotations.NullMarked;
