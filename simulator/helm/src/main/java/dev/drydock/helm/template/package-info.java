/**
 * Go's text/template: lexer, parser and execution with Go's own error texts. Start at
 * {@link dev.drydock.helm.template.TemplateSet}.
 */
@NullMarked
package dev.drydock.helm.template;

import org.jspecify.annotations.NullMarked;
