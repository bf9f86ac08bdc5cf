/** Types of expressions from OpenAPI schemas, with the sizes that cost estimates need. */
@NullMarked
package dev.drydock.cel.schema;

import org.jspecify.annotations.NullMarked;
