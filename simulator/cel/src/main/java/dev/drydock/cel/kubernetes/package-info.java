/** The libraries that Kubernetes adds to expressions (apiserver, pkg/cel/library), as far as they need no cluster. */
@NullMarked
package dev.drydock.cel.kubernetes;

import org.jspecify.annotations.NullMarked;
