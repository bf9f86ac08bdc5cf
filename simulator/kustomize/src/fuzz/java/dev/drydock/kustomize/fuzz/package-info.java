/** Fuzzing of the loader and the patch engines: {@code mvn -Pfuzz -pl simulator/kustomize test -Dtest=BuildFuzz}. */
@NullMarked
package dev.drydock.kustomize.fuzz;

import org.jspecify.annotations.NullMarked;
