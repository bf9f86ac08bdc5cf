/** The question "may this user do this?", its answer as a value, and whoever answers it. */
@NullMarked
package dev.drydock.kubernetes.authorization;

import org.jspecify.annotations.NullMarked;
