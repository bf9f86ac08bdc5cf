package dev.drydock.kustomize.plugin;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.file.GoDecoder;
import dev.drydock.kustomize.file.KustomizationType;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.resource.Utf8Text;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import java.util.ArrayList;
import java.util.List;

/** Replacements that stand in files of their own; ReplacementTransformer.go. */
public final class ReplacementFiles {

    private ReplacementFiles() {}

    /**
     * The replacements of a configuration, those of files in the place of their entries.
     *
     * @throws KustomizeException when an entry is both, or a file is no replacement
     */
    public static List<MapNode> load(MapNode config, Loader loader) {
        List<MapNode> replacements = new ArrayList<>();
        for (Node item : config.findList("replacements")) {
            MapNode entry = (MapNode) item;
            String path = entry.findString("path");
            if (path == null || path.isEmpty()) {
                replacements.add(entry.without("path"));
                continue;
            }
            if (entry.has("source") || !entry.findList("targets").isEmpty()) {
                throw new KustomizeException("cannot specify both path and inline replacement", entry.location());
            }
            read(loader.load(path), path, replacements);
        }
        return replacements;
    }

    private static void read(byte[] content, String path, List<MapNode> replacements) {
        Node file;
        try {
            file = Utf8Text.first(content, path, YamlMode.KUBERNETES);
        } catch (YamlException e) {
            throw new KustomizeException("error converting YAML to JSON: " + e.upstream());
        }
        List<? extends Node> items = file instanceof ListNode list ? list.items() : List.of(file);
        if (file instanceof ScalarNode scalar) {
            Object value = scalar.value();
            String kind = value == null
                    ? "invalid"
                    : value instanceof String ? "string" : value instanceof Boolean ? "bool" : "float64";
            throw new KustomizeException("unsupported replacement type encountered within replacement path: " + kind);
        }
        try {
            for (Node item : items) {
                replacements.add(GoDecoder.lenient(item, KustomizationType.REPLACEMENT));
            }
        } catch (KustomizeException e) {
            throw e.prefixed("error unmarshaling JSON: while decoding JSON");
        }
    }
}
