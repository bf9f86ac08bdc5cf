/** Builtin generators and transformers that are configured by objects. */
@NullMarked
package dev.drydock.kustomize.plugin;

import org.jspecify.annotations.NullMarked;
