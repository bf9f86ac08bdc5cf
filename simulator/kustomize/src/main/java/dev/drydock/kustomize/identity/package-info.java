/** What an object is called, and when two names mean one object. */
@NullMarked
package dev.drydock.kustomize.identity;

import org.jspecify.annotations.NullMarked;
