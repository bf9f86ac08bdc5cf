package dev.drydock.kustomize.plugin;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.Paths;
import dev.drydock.kustomize.file.GoDecoder;
import dev.drydock.kustomize.file.KustomizationType;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.resource.Selector;
import dev.drydock.kustomize.resource.Utf8Text;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.kustomize.transform.ValueAddTransformer;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import java.util.ArrayList;
import java.util.List;

/** The configuration of a ValueAddTransformer. */
final class ValueAddConfig {

    private ValueAddConfig() {}

    static Transformer read(MapNode config, Loader loader) {
        String given = config.findString("value");
        String value = given == null || given.isBlank() ? Paths.base(loader.root()) : given.strip();
        List<Node> nodes = new ArrayList<>(config.findList("targets").items());
        String path = config.findString("targetFilePath");
        if (path != null && !path.isEmpty()) {
            try {
                Node file = Utf8Text.first(loader.load(path), path, YamlMode.KUBERNETES);
                nodes.addAll(GoDecoder.lenient(file, KustomizationType.VALUE_TARGETS)
                        .findList("targets")
                        .items());
            } catch (YamlException e) {
                throw new KustomizeException("error converting YAML to JSON: " + e.upstream());
            }
        }
        if (nodes.isEmpty()) {
            throw new KustomizeException("must specify at least one target");
        }
        List<ValueAddTransformer.Target> targets = new ArrayList<>();
        for (Node node : nodes) {
            String fieldPath = node.findString("fieldPath");
            Long position = node.findLong("filePathPosition");
            if (fieldPath == null || fieldPath.isEmpty()) {
                throw new KustomizeException("fieldPath cannot be empty");
            }
            if (position != null && position < 0) {
                throw new KustomizeException("value of FilePathPosition (" + position + ") cannot be negative");
            }
            Node selector = node.find("selector");
            targets.add(new ValueAddTransformer.Target(
                    selector instanceof MapNode map ? Selector.of(map) : null,
                    fieldPath,
                    position == null ? 0 : position.intValue()));
        }
        return new ValueAddTransformer(value, targets);
    }
}
