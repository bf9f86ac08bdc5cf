package dev.drydock.scenario.run;

import dev.drydock.flux.FluxController;
import dev.drydock.flux.FluxProfile;
import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.MapNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a user can change, directly or through a controller.
 *
 * <p>Whoever may write an object that runs as an account of its namespace (a Kustomization, a HelmRelease, a workload) can
 * act as every account there; without a default account a Kustomization acts as its controller. So identities are followed
 * until no new one is found, and of each is asked what it may write where.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class BlastRadius {

    private static final List<String> WRITES = List.of("create", "update", "patch", "delete", "deletecollection");
    private static final List<GroupVersionResource> WORKLOADS = List.of(
            new GroupVersionResource("", "v1", "pods"),
            new GroupVersionResource("apps", "v1", "deployments"),
            new GroupVersionResource("apps", "v1", "statefulsets"),
            new GroupVersionResource("apps", "v1", "daemonsets"),
            new GroupVersionResource("batch", "v1", "jobs"),
            new GroupVersionResource("batch", "v1", "cronjobs"));
    private static final GroupVersionResource KUSTOMIZATIONS =
            new GroupVersionResource("kustomize.toolkit.fluxcd.io", "v1", "kustomizations");
    private static final GroupVersionResource RELEASES =
            new GroupVersionResource("helm.toolkit.fluxcd.io", "v2", "helmreleases");
    private static final GroupVersionResource NAMESPACES = new GroupVersionResource("", "v1", "namespaces");
    private static final GroupVersionResource ACCOUNTS = new GroupVersionResource("", "v1", "serviceaccounts");

    private final World world;
    private final ApiServer server;

    /** The blast radii in a world as it is now. */
    public BlastRadius(World world) {
        this.world = world;
        this.server = world.cluster().server();
    }

    /** What a user can change outside some namespaces, a line each; empty when nothing. */
    public List<String> outside(UserInfo user, List<String> within) {
        List<String> ways = new ArrayList<>();
        identities(user).forEach((identity, path) -> {
            for (String namespace : namespaces()) {
                if (!within.contains(namespace)) {
                    addWrites(identity, namespace, path, ways);
                }
            }
            addWrites(identity, "", path, ways);
        });
        return ways;
    }

    /** Everybody as whom the user can act, with how. */
    private Map<UserInfo, String> identities(UserInfo user) {
        Map<UserInfo, String> known = new LinkedHashMap<>();
        Deque<UserInfo> open = new ArrayDeque<>();
        known.put(user, "directly");
        open.add(user);
        while (!open.isEmpty()) {
            UserInfo identity = open.removeFirst();
            String path = known.get(identity);
            for (String namespace : namespaces()) {
                actors(identity, namespace).forEach((next, how) -> {
                    if (!known.containsKey(next)) {
                        known.put(next, ("directly".equals(path) ? "" : path + ", ") + how);
                        open.add(next);
                    }
                });
            }
        }
        return known;
    }

    private Map<UserInfo, String> actors(UserInfo identity, String namespace) {
        Map<UserInfo, String> actors = new LinkedHashMap<>();
        FluxProfile profile = world.profile().fluxProfile();
        boolean kustomizations = profile.runs(FluxController.KUSTOMIZE) && maySet(identity, KUSTOMIZATIONS, namespace);
        boolean releases = profile.runs(FluxController.HELM) && maySet(identity, RELEASES, namespace);
        if (profile.defaultServiceAccount().isEmpty()) {
            if (kustomizations) {
                actors.put(
                        UserInfo.serviceAccount("flux-system", "kustomize-controller"),
                        "through a Kustomization in " + namespace + " without an account");
            }
            if (releases) {
                actors.put(
                        UserInfo.serviceAccount("flux-system", "helm-controller"),
                        "through a HelmRelease in " + namespace + " without an account");
            }
        }
        boolean workloads = WORKLOADS.stream().anyMatch(w -> maySet(identity, w, namespace));
        if (kustomizations || releases || workloads) {
            String kind = kustomizations ? "a Kustomization" : releases ? "a HelmRelease" : "a workload";
            for (MapNode account : server.objects(ACCOUNTS)) {
                if (namespace.equals(account.findString("metadata", "namespace"))) {
                    String name = account.findText("metadata", "name");
                    actors.put(
                            UserInfo.serviceAccount(namespace, name),
                            "through " + kind + " in " + namespace + " as " + name);
                }
            }
        }
        return actors;
    }

    private boolean maySet(UserInfo identity, GroupVersionResource resource, String namespace) {
        return may(identity, "create", resource, namespace)
                || may(identity, "patch", resource, namespace)
                || may(identity, "update", resource, namespace);
    }

    private boolean may(UserInfo identity, String verb, GroupVersionResource resource, String namespace) {
        return server.authorize(AuthorizationAttributes.resource(identity, verb, resource, "", namespace, ""))
                .isAllowed();
    }

    /** Access reviews and the like are answers and change nothing. */
    private void addWrites(UserInfo identity, String namespace, String path, List<String> ways) {
        Map<String, List<String>> writes = new LinkedHashMap<>();
        for (ApiResource resource : server.discovery().all()) {
            if (resource.namespaced() == namespace.isEmpty()
                    || !resource.verbs().contains("delete")) {
                continue;
            }
            List<String> verbs = WRITES.stream()
                    .filter(verb -> resource.verbs().contains(verb))
                    .filter(verb -> may(identity, verb, resource.resource(), namespace))
                    .toList();
            if (!verbs.isEmpty()) {
                writes.putIfAbsent(resource.collection(), verbs);
            }
        }
        if (writes.size() > 12) {
            ways.add(identity.name() + " can change " + writes.size() + " kinds of objects "
                    + (namespace.isEmpty() ? "of the cluster" : "in " + namespace) + " (" + path + ")");
        } else {
            writes.forEach((collection, verbs) -> ways.add(identity.name() + " can " + String.join(", ", verbs) + " "
                    + collection + (namespace.isEmpty() ? "" : " in " + namespace) + " (" + path + ")"));
        }
    }

    private List<String> namespaces() {
        return server.objects(NAMESPACES).stream()
                .map(namespace -> namespace.findText("metadata", "name"))
                .toList();
    }
}
