/**
 * notification-controller as far as objects of the cluster show it: Receivers with their conditions, the finalizers of
 * Providers, and what Alerts are refused. Nothing is ever delivered. Start at {@code NotificationController}.
 */
@NullMarked
package dev.drydock.flux.notification;

import org.jspecify.annotations.NullMarked;
