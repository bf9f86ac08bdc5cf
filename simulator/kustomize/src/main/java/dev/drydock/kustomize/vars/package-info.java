/** Variables in the old $(NAME) form. */
@NullMarked
package dev.drydock.kustomize.vars;

import org.jspecify.annotations.NullMarked;
