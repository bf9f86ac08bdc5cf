/**
 * The built-in controllers that make manifests come true. Start at {@link dev.drydock.kubernetes.controllers.ControllerManager}.
 */
@NullMarked
package dev.drydock.kubernetes.controllers;

import org.jspecify.annotations.NullMarked;
