package dev.drydock.kubernetes.server;

import com.google.common.base.Strings;
import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.MapNode;
import java.util.List;

/**
 * The states in which clusters begin. Each is made once and forked from then on: a thousand tests share the work of one.
 */
public final class FreshCluster {

    private FreshCluster() {}

    private static final class Plain {
        static final ServerState STATE =
                filled(new ServerState(new Kernel(Seed.DEFAULT)), InitialObjects.ofKubernetes());
    }

    private static final class WithFlux {
        static final ServerState STATE = made();

        private static ServerState made() {
            ServerState state = Plain.STATE.fork(Plain.STATE.kernel());
            return filled(filled(state, InitialObjects.fluxDefinitions()), InitialObjects.ofFlux());
        }
    }

    /** A server as a new control plane leaves it. */
    public static ServerState on(Kernel kernel) {
        return Plain.STATE.fork(kernel);
    }

    /** Adds what {@code flux install} brings, Deployments of controllers aside. */
    public static void addFlux(ServerState state) {
        if (state.revision() == Plain.STATE.revision()) {
            state.become(WithFlux.STATE);
        } else {
            filled(filled(state, InitialObjects.fluxDefinitions()), InitialObjects.ofFlux());
        }
    }

    /** Stores objects as they are; they carry ids that depend on their number alone. */
    private static ServerState filled(ServerState state, List<MapNode> objects) {
        String created = Kernel.EPOCH.toString();
        for (MapNode object : objects) {
            ApiResource resource = state.discovery()
                    .find(GroupVersionKind.of(object))
                    .orElseThrow(() -> new IllegalStateException("not served: " + GroupVersionKind.of(object)));
            String uid = "d4ed0c00-0000-4000-8000-" + Strings.padStart(Long.toString(state.revision()), 12, '0');
            MapNode metadata = object.findMap("metadata").with("uid", uid).with("creationTimestamp", created);
            MapNode whole = BootstrapManagers.noted(state, resource, object.with("metadata", metadata));
            NamespacedName name = NamespacedName.of(whole);
            state.put(resource, name, whole, state.get(resource, name).orElse(null));
        }
        return state;
    }
}
