/**
 * The types of objects as server-side apply and strategic merge patch see them: which lists are maps, sets or atoms, which
 * fields exist. Start at {@link dev.drydock.kubernetes.schema.SchemaTypes}.
 */
@NullMarked
package dev.drydock.kubernetes.schema;

import org.jspecify.annotations.NullMarked;
