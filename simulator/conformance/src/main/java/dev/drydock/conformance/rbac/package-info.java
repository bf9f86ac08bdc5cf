/** The corpus {@code rbac}: who may do what. */
@NullMarked
package dev.drydock.conformance.rbac;

import org.jspecify.annotations.NullMarked;
