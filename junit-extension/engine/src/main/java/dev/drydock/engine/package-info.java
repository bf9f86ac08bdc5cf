/** The JUnit Platform engine that runs scenario files as tests. */
@NullMarked
package dev.drydock.engine;

import org.jspecify.annotations.NullMarked;
