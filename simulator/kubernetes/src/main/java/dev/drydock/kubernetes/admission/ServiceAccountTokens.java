package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mounts the token of a pod's account into its containers. */
final class ServiceAccountTokens {

    private static final String PREFIX = "kube-api-access-";
    private static final String MOUNT_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final Node SOURCE = JsonReader.read("""
            {"defaultMode": 420, "sources": [
              {"serviceAccountToken": {"expirationSeconds": 3607, "path": "token"}},
              {"configMap": {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}},
              {"downwardAPI": {"items": [
                {"path": "namespace", "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.namespace"}}]}}]}
            """, "token volume");

    private ServiceAccountTokens() {}

    static boolean isWanted(MapNode pod, MapNode account) {
        return Texts.has(pod, "spec", "automountServiceAccountToken")
                ? pod.isTrue("spec", "automountServiceAccountToken")
                : !Texts.has(account, "automountServiceAccountToken") || account.isTrue("automountServiceAccountToken");
    }

    static MapNode mount(MapNode pod, ClusterView cluster) {
        String existing = existingVolume(pod);
        String volume = existing == null ? PREFIX + cluster.newSuffix(5) : existing;
        MapNode mount = MapNode.of("name", volume, "readOnly", true, "mountPath", MOUNT_PATH);
        MapNode mounted = mountInto(mountInto(pod, "initContainers", mount), "containers", mount);
        if (mounted.equals(pod) || existing != null) {
            return mounted;
        }
        ListNode volumes = pod.findList("spec", "volumes").plus(MapNode.of("name", volume, "projected", SOURCE));
        return mounted.with(List.of("spec", "volumes"), volumes);
    }

    private static @Nullable String existingVolume(MapNode pod) {
        return pod.findList("spec", "volumes").stream()
                .map(volume -> volume.findText("name"))
                .filter(name -> name.startsWith(PREFIX))
                .findFirst()
                .orElse(null);
    }

    private static MapNode mountInto(MapNode pod, String list, MapNode mount) {
        ListNode containers = pod.findList("spec", list);
        ListNode mounted = containers.map(container -> {
            ListNode mounts = container.findList("volumeMounts");
            boolean taken = mounts.stream().anyMatch(one -> MOUNT_PATH.equals(one.findString("mountPath")));
            return taken || !(container instanceof MapNode map)
                    ? container
                    : map.with("volumeMounts", mounts.plus(mount));
        });
        return mounted.equals(containers) ? pod : pod.with(List.of("spec", list), mounted);
    }
}
