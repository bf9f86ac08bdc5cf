package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** Defaults of volumes and claims (pkg/apis/core/v1/defaults.go). */
final class VolumeDefaults {

    private static final int MODE = 0644;
    private static final int TOKEN_SECONDS = 3600;

    private VolumeDefaults() {}

    static MapNode apply(MapNode volume) {
        MapNode filled = hasSource(volume) ? volume : volume.with("emptyDir", MapNode.EMPTY);
        for (String source : new String[] {"secret", "configMap", "downwardAPI", "projected"}) {
            filled = Fill.in(filled, source, s -> Fill.absent(s, "defaultMode", MODE));
        }
        filled = Fill.in(filled, "downwardAPI", VolumeDefaults::items);
        filled = Fill.in(filled, "projected", projected -> Fill.each(projected, "sources", VolumeDefaults::projection));
        filled = Fill.in(filled, "hostPath", path -> path.has("type") ? path : path.with("type", ""));
        filled = Fill.in(filled, "iscsi", iscsi -> Fill.absent(iscsi, "iscsiInterface", "default"));
        filled = Fill.in(filled, "azureDisk", VolumeDefaults::azureDisk);
        filled = Fill.in(
                filled, "scaleIO", s -> Fill.absent(Fill.absent(s, "storageMode", "ThinProvisioned"), "fsType", "xfs"));
        filled = Fill.in(filled, "rbd", VolumeDefaults::rbd);
        filled = Fill.in(filled, "image", VolumeDefaults::image);
        return Fill.in(
                filled,
                "ephemeral",
                ephemeral -> Fill.in(
                        ephemeral,
                        "volumeClaimTemplate",
                        template -> Fill.into(template, "spec", VolumeDefaults::claimSpec)));
    }

    private static boolean hasSource(MapNode volume) {
        return !volume.without("name").values().stream().allMatch(Node::isNull);
    }

    private static MapNode image(MapNode image) {
        boolean latest = ImageTags.isLatest(image.findText("reference"));
        return Fill.absent(image, "pullPolicy", latest ? "Always" : "IfNotPresent");
    }

    private static MapNode items(MapNode source) {
        return Fill.each(source, "items", item -> Fill.in(item, "fieldRef", ContainerDefaults::fieldRef));
    }

    private static MapNode projection(MapNode source) {
        MapNode filled =
                Fill.in(source, "serviceAccountToken", token -> Fill.absent(token, "expirationSeconds", TOKEN_SECONDS));
        return Fill.in(filled, "downwardAPI", VolumeDefaults::items);
    }

    private static MapNode azureDisk(MapNode disk) {
        MapNode filled = Fill.absent(disk, "cachingMode", "ReadWrite");
        filled = Fill.absent(filled, "fsType", "ext4");
        filled = Fill.absent(filled, "readOnly", false);
        return Fill.absent(filled, "kind", "Shared");
    }

    private static MapNode rbd(MapNode rbd) {
        MapNode filled = Fill.absent(rbd, "pool", "rbd");
        filled = Fill.absent(filled, "user", "admin");
        return Fill.absent(filled, "keyring", "/etc/ceph/keyring");
    }

    private static MapNode claimSpec(MapNode spec) {
        MapNode filled = Fill.absent(spec, "volumeMode", "Filesystem");
        return Fill.in(filled, "resources", resources -> Fill.amounts(resources, "limits", "requests"));
    }

    static MapNode claim(MapNode claim) {
        MapNode filled = Fill.into(claim, "spec", VolumeDefaults::claimSpec);
        return Fill.into(filled, "status", status -> Fill.absent(status, "phase", "Pending"));
    }

    static MapNode volume(MapNode volume) {
        MapNode filled = Fill.into(volume, "spec", spec -> {
            MapNode changed = apply(Fill.absent(spec, "persistentVolumeReclaimPolicy", "Retain"));
            return Fill.amounts(Fill.absent(changed, "volumeMode", "Filesystem"), "capacity");
        });
        return Fill.into(filled, "status", status -> Fill.absent(status, "phase", "Pending"));
    }
}
