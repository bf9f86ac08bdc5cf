/** Resources, their identity and its history, and the ordered set of them that a build works on. */
@NullMarked
package dev.drydock.kustomize.resource;

import org.jspecify.annotations.NullMarked;
