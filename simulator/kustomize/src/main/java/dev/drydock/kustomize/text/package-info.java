/** Small pieces of Go: quoting, formatting of values, regular expressions. */
@NullMarked
package dev.drydock.kustomize.text;

import org.jspecify.annotations.NullMarked;
