/**
 * Objects in another API version of their group. Start at {@link dev.drydock.kubernetes.conversion.ApiVersions}.
 */
@NullMarked
package dev.drydock.kubernetes.conversion;

import org.jspecify.annotations.NullMarked;
