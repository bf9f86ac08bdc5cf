package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.Paths;
import dev.drydock.kustomize.loader.RepositoryUrl;
import dev.drydock.kustomize.resource.BuildAnnotations;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where something came from, as far as buildMetadata asks for it; api/resource/origin.go.
 *
 * @param path relative to the directory that is built
 * @param configuredIn the file that configured a generator or transformer
 * @param configuredBy its apiVersion, kind, name and namespace; empty for objects from files
 */
record Origin(String path, String repo, String ref, String configuredIn, MapNode configuredBy) {

    static final Origin ROOT = new Origin("", "", "", "", MapNode.EMPTY);

    Origin append(String entry) {
        RepositoryUrl repository = RepositoryUrl.parse(entry);
        return repository == null
                ? new Origin(Paths.join(path, entry), repo, ref, configuredIn, configuredBy)
                : new Origin(repository.path(), repository.cloneUrl(), repository.ref(), configuredIn, configuredBy);
    }

    /** The origin of what a built-in plugin of a kustomization made or changed. */
    Origin builtIn(String file, String plugin) {
        return new Origin("", repo, ref, Paths.join(path, file), MapNode.of("apiVersion", "builtin", "kind", plugin));
    }

    /** The origin of what a plugin does that is configured by an object; null when the object has none. */
    static @Nullable Origin ofPlugin(Resource config) {
        String text = config.annotations().get(BuildAnnotations.ORIGIN);
        if (text == null) {
            return null;
        }
        Node origin;
        try {
            origin = YamlReader.parseFirst(text, "", YamlMode.KUBERNETES).document();
        } catch (YamlException e) {
            return null;
        }
        MapNode.Builder by = MapNode.builder();
        putText(by, "apiVersion", config.gvk().apiVersion());
        putText(by, "kind", config.kind());
        putText(by, "name", config.name());
        putText(by, "namespace", config.namespace());
        return new Origin("", origin.findText("repo"), origin.findText("ref"), origin.findText("path"), by.build());
    }

    private static void putText(MapNode.Builder map, String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }

    private MapNode toMap() {
        MapNode.Builder map = MapNode.builder();
        putText(map, "path", path);
        putText(map, "repo", repo);
        putText(map, "ref", ref);
        putText(map, "configuredIn", configuredIn);
        if (!configuredBy.isEmpty()) {
            map.put("configuredBy", configuredBy);
        }
        return map.build();
    }

    /** Writes this origin into an object that may have one. */
    void annotate(Resource resource) {
        Map<String, String> annotations = resource.annotations();
        annotations.put(BuildAnnotations.ORIGIN, YamlWriter.writeInOrder(toMap()));
        resource.setAnnotations(annotations);
    }

    /** Notes that a transformer was here; for an object without an origin, that it came from the transformer. */
    void addTransformation(Resource resource) {
        Map<String, String> annotations = resource.annotations();
        if (!annotations.containsKey(BuildAnnotations.ORIGIN)) {
            annotate(resource);
            return;
        }
        String before = annotations.getOrDefault(BuildAnnotations.TRANSFORMATIONS, "");
        String entry = YamlWriter.writeInOrder(ListNode.of(java.util.List.of(toMap())));
        annotations.put(BuildAnnotations.TRANSFORMATIONS, before + entry);
        resource.setAnnotations(annotations);
    }
}
