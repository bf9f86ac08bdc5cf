/** The objects of a server as immutable values with revisions; copied in constant time. */
@NullMarked
package dev.drydock.kubernetes.store;

import org.jspecify.annotations.NullMarked;
