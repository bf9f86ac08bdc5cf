/** Reads scenario files strictly: every problem of a file at once, each with its place and what would be right. */
@NullMarked
package dev.drydock.scenario.parse;

import org.jspecify.annotations.NullMarked;
