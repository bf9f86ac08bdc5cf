/**
 * JSON Schema as Helm checks values with it, in the words of santhosh-tekuri/jsonschema. Start at
 * {@link dev.drydock.helm.schema.ValuesSchema}.
 */
@NullMarked
package dev.drydock.helm.schema;

import org.jspecify.annotations.NullMarked;
