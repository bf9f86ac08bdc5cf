/** Files and directories as a kustomization may reach them. */
@NullMarked
package dev.drydock.kustomize.loader;

import org.jspecify.annotations.NullMarked;
