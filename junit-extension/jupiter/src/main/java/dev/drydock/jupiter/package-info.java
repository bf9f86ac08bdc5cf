/** The Jupiter extension that gives tests a simulated cluster. */
@NullMarked
package dev.drydock.jupiter;

import org.jspecify.annotations.NullMarked;
