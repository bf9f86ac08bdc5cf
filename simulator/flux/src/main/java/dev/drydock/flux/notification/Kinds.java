package dev.drydock.flux.notification;

import dev.drydock.kubernetes.GroupVersionKind;

/** The kinds of notification-controller. */
final class Kinds {

    static final String GROUP = "notification.toolkit.fluxcd.io";
    static final String FINALIZER = "finalizers.fluxcd.io";
    static final GroupVersionKind RECEIVER = new GroupVersionKind(GROUP, "v1", "Receiver");
    static final GroupVersionKind PROVIDER = new GroupVersionKind(GROUP, "v1beta3", "Provider");
    static final GroupVersionKind ALERT = new GroupVersionKind(GROUP, "v1beta3", "Alert");

    private Kinds() {}
}
