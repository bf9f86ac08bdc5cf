package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import java.util.List;

/** One control loop of kube-controller-manager, or of the stand-in for kubelet, scheduler and volume provisioner. */
interface ControlLoop {

    /** Its name, which is also that of its ServiceAccount in {@code kube-system} unless it acts as somebody else. */
    String name();

    /** As whom it acts. */
    default UserInfo user() {
        return UserInfo.serviceAccount("kube-system", name());
    }

    /** The objects to look at after a change. */
    List<NamespacedName> touched(WatchEvent event);

    /** Looks at one object. */
    Result reconcile(LoopContext context, NamespacedName name);
}
