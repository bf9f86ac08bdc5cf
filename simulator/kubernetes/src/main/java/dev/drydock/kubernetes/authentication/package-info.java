/** Who a request acts as. Start at {@link dev.drydock.kubernetes.authentication.Impersonator}. */
@NullMarked
package dev.drydock.kubernetes.authentication;

import org.jspecify.annotations.NullMarked;
