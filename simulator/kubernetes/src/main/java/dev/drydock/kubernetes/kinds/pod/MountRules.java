package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where containers mount volumes and find devices. Some errors name the list and not its item. */
final class MountRules {

    private static final List<String> PROPAGATIONS = List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> RECURSIVE = List.of("Disabled", "Enabled", "IfPossible");
    private static final String UNIQUE = "must be unique";

    private MountRules() {}

    static void check(Field container, Map<String, MapNode> volumes) {
        Map<String, String> devices = paths(container, "volumeDevices", "devicePath");
        Set<String> paths = new HashSet<>();
        for (Field mount : container.items("volumeMounts")) {
            mount(mount, container, devices, volumes, paths);
        }
        devices(container, volumes);
    }

    private static Map<String, String> paths(Field container, String list, String path) {
        Map<String, String> paths = new LinkedHashMap<>();
        container.items(list).forEach(item -> paths.put(item.text("name"), item.text(path)));
        return paths;
    }

    private static void mount(
            Field mount,
            Field container,
            Map<String, String> devices,
            Map<String, MapNode> volumes,
            Set<String> paths) {
        Field name = mount.in("name");
        Field path = mount.in("mountPath");
        name.isRequiredText();
        if (!volumes.containsKey(name.text())) {
            name.notFound(name.text());
        }
        path.isRequiredText();
        if (!paths.add(path.text())) {
            path.invalid(path.text(), UNIQUE);
        }
        if (devices.containsKey(name.text())) {
            name.invalid(name.text(), "must not already exist in volumeDevices");
        }
        if (devices.containsValue(path.text())) {
            path.invalid(path.text(), "must not already exist as a path in volumeDevices");
        }
        String list = container.in("volumeMounts").path();
        if (!mount.text("subPath").isEmpty()) {
            Paths.descending(mount.in("subPath").as(list + ".subPath"));
        }
        Field expression = mount.in("subPathExpr");
        if (!expression.text().isEmpty()) {
            if (!mount.text("subPath").isEmpty()) {
                expression.invalid("subPathExpr and subPath are mutually exclusive");
            }
            Paths.descending(expression.as(list + ".subPathExpr"));
        }
        propagation(mount.in("mountPropagation").as(list + ".mountPropagation"), container);
        recursive(mount, mount.in("recursiveReadOnly").as(list + ".recursiveReadOnly"));
    }

    private static void propagation(Field propagation, Field container) {
        propagation.oneOfIfSet(PROPAGATIONS);
        if (propagation.text().equals("Bidirectional") && !container.isTrue("securityContext", "privileged")) {
            propagation.forbidden("Bidirectional mount propagation is available only to privileged containers");
        }
    }

    private static void recursive(Field mount, Field recursive) {
        if (!recursive.isSet() || recursive.text().equals("Disabled")) {
            return;
        }
        if (!RECURSIVE.contains(recursive.text())) {
            recursive.oneOf(RECURSIVE);
            return;
        }
        if (!mount.isTrue("readOnly")) {
            recursive.forbidden("may only be specified when readOnly is true");
        }
        if (mount.has("mountPropagation") && !mount.text("mountPropagation").equals("None")) {
            recursive.forbidden("may only be specified when mountPropagation is None or not specified");
        }
    }

    private static void devices(Field container, Map<String, MapNode> volumes) {
        Map<String, String> mounts = paths(container, "volumeMounts", "mountPath");
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (Field device : container.items("volumeDevices")) {
            Field name = device.in("name");
            Field path = device.in("devicePath");
            name.isRequiredText();
            if (names.contains(name.text())) {
                name.invalid(name.text(), UNIQUE);
            }
            MapNode volume = volumes.get(name.text());
            if (volume == null) {
                name.notFound(name.text());
            } else if (!volume.has("persistentVolumeClaim") && !volume.has("ephemeral")) {
                name.invalid("can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
            }
            path.isRequiredText();
            if (paths.contains(path.text())) {
                path.invalid(path.text(), UNIQUE);
            }
            if (Paths.hasBacksteps(path.text())) {
                path.invalid("can not contain backsteps ('..')");
            } else {
                paths.add(path.text());
            }
            if (mounts.containsKey(name.text())) {
                name.invalid(name.text(), "must not already exist in volumeMounts");
            }
            if (mounts.containsValue(path.text())) {
                path.invalid(path.text(), "must not already exist as a path in volumeMounts");
            }
            if (!name.text().isEmpty()) {
                names.add(name.text());
            }
        }
    }
}
