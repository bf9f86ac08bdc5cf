/**
 * The functions of Helm's templates: Sprig's by group, and Helm's own. Start at
 * {@link dev.drydock.helm.function.TemplateFunctions}.
 */
@NullMarked
package dev.drydock.helm.function;

import org.jspecify.annotations.NullMarked;
