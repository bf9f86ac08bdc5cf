/**
 * Requests as method, path, query and body, without HTTP: the heart of a web door. Start at
 * {@link dev.drydock.kubernetes.rest.RestDoor}.
 */
@NullMarked
package dev.drydock.kubernetes.rest;

import org.jspecify.annotations.NullMarked;
