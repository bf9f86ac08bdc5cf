/**
 * Who may refer to what across namespaces, in the words of each controller. Start at
 * {@link dev.drydock.flux.acl.SourceAccess}.
 */
@NullMarked
package dev.drydock.flux.acl;

import org.jspecify.annotations.NullMarked;
