/** Strategic merge and JSON 6902 patches. */
@NullMarked
package dev.drydock.kustomize.patch;

import org.jspecify.annotations.NullMarked;
