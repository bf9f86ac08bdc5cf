/** The corpus {@code api-custom}: definitions, custom resources, expressions and admission policies. */
@NullMarked
package dev.drydock.conformance.custom;

import org.jspecify.annotations.NullMarked;
