package dev.drydock.flux.generator;

import dev.drydock.kustomize.Paths;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** Merges the spec of a Flux Kustomization into a kustomization file (GenerateManifest). */
final class SpecMerge {

    private final SecureTree files;
    private final String directory;
    private final MapNode spec;

    SpecMerge(SecureTree files, String directory, MapNode spec) {
        this.files = files;
        this.directory = directory;
        this.spec = spec;
    }

    MapNode into(MapNode file) {
        MapNode merged = replaced(file, "namespace", "targetNamespace");
        merged = replaced(merged, "namePrefix", "namePrefix");
        merged = replaced(merged, "nameSuffix", "nameSuffix");
        merged = appended(merged, "patches", patches());
        merged = appended(merged, "components", components());
        merged = images(merged);
        ListNode metadata = spec.findList("buildMetadata");
        return metadata.isEmpty() ? merged : merged.with("buildMetadata", metadata);
    }

    private MapNode replaced(MapNode file, String field, String specField) {
        String value = spec.findText(specField);
        return value.isEmpty() ? file : file.with(field, value);
    }

    private static MapNode appended(MapNode file, String field, List<Node> more) {
        if (more.isEmpty()) {
            return file;
        }
        List<Node> all = new ArrayList<>(file.findList(field).items());
        all.addAll(more);
        return file.with(field, ListNode.of(all));
    }

    private List<Node> patches() {
        List<Node> patches = new ArrayList<>();
        for (Node patch : spec.findList("patches")) {
            patches.add(MapNode.builder()
                    .put("patch", patch.findText("patch"))
                    .putIfPresent("target", patch.find("target") instanceof MapNode target ? target : null)
                    .build());
        }
        return patches;
    }

    private List<Node> components() {
        List<Node> components = new ArrayList<>();
        for (String component : spec.findList("components").strings()) {
            if (!LocalPath.isLocalRelative(component)) {
                throw new GeneratorException("component path '" + component + "' must be local and relative");
            }
            boolean skipped = spec.isTrue("ignoreMissingComponents") && !files.exists(Paths.join(directory, component));
            if (!skipped) {
                components.add(ScalarNode.of(component));
            }
        }
        return components;
    }

    /** An image of the same name is changed; tag and digest replace each other. */
    private MapNode images(MapNode file) {
        List<Node> images = new ArrayList<>(file.findList("images").items());
        for (Node image : spec.findList("images")) {
            int same = indexOf(images, image.findText("name"));
            if (same < 0) {
                images.add(image);
            } else {
                images.set(same, changed((MapNode) images.get(same), image));
            }
        }
        return images.isEmpty() ? file : file.with("images", ListNode.of(images));
    }

    private static int indexOf(List<Node> images, String name) {
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).findText("name").equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static MapNode changed(MapNode image, Node change) {
        MapNode changed = image;
        String name = change.findText("newName");
        String tag = change.findText("newTag");
        String digest = change.findText("digest");
        if (!name.isEmpty()) {
            changed = changed.with("newName", name);
        }
        return tag.isEmpty() && digest.isEmpty()
                ? changed
                : changed.with("newTag", tag).with("digest", digest);
    }
}
