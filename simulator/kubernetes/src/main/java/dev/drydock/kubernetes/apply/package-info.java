/**
 * Who owns which field: server-side apply, conflicts, and the managedFields of every other write. Start at
 * {@link dev.drydock.kubernetes.apply.FieldManagement}.
 */
@NullMarked
package dev.drydock.kubernetes.apply;

import org.jspecify.annotations.NullMarked;
