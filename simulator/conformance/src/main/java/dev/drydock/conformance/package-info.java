/** Asks Drydock the questions of a recorded corpus and judges the answers. */
@NullMarked
package dev.drydock.conformance;

import org.jspecify.annotations.NullMarked;
