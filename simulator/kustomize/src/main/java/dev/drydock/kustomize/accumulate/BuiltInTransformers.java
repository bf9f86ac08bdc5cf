package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.config.ConfigReader;
import dev.drydock.kustomize.config.TransformerConfig;
import dev.drydock.kustomize.config.TransformerConfig.Field;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.file.KustomizationFile;
import dev.drydock.kustomize.patch.LegacyPatchTransformers;
import dev.drydock.kustomize.patch.PatchTransformer;
import dev.drydock.kustomize.plugin.PluginContext;
import dev.drydock.kustomize.plugin.ReplacementFiles;
import dev.drydock.kustomize.replacement.ReplacementTransformer;
import dev.drydock.kustomize.transform.ImageChange;
import dev.drydock.kustomize.transform.ImageTransformer;
import dev.drydock.kustomize.transform.LabelTransformer;
import dev.drydock.kustomize.transform.NameAffixTransformer;
import dev.drydock.kustomize.transform.NamespaceTransformer;
import dev.drydock.kustomize.transform.ReplicaTransformer;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The transformers that the fields of a kustomization file mean, in their order; kusttarget_configplugin.go. */
final class BuiltInTransformers {

    private final KustomizationFile file;
    private final TransformerConfig config;
    private final PluginContext context;
    private final List<Named> transformers = new ArrayList<>();

    private BuiltInTransformers(KustomizationFile file, TransformerConfig config, PluginContext context) {
        this.file = file;
        this.config = config;
        this.context = context;
    }

    /** A transformer with the name of its plugin. */
    record Named(String plugin, Transformer transformer) {}

    /** All transformers of a file, configured; files are read and patches parsed here. */
    static List<Named> of(KustomizationFile file, TransformerConfig config, PluginContext context) {
        BuiltInTransformers all = new BuiltInTransformers(file, config, context);
        all.patchesStrategicMerge();
        all.patches();
        all.names();
        all.labels();
        all.annotations();
        all.patchesJson6902();
        all.replicas();
        all.images();
        all.replacements();
        return all.transformers;
    }

    private void add(String plugin, MapNode arguments, Supplier<Transformer> transformer) {
        try {
            transformers.add(new Named(plugin, transformer.get()));
        } catch (KustomizeException e) {
            throw troubled(e, plugin, arguments);
        }
    }

    /** The error of a plugin with the configuration that it got. */
    static KustomizeException troubled(KustomizeException e, String plugin, MapNode arguments) {
        return e.prefixed(
                "trouble configuring builtin " + plugin + " with config: `\n" + YamlWriter.write(arguments) + "`");
    }

    private void patchesStrategicMerge() {
        Node paths = file.get("patchesStrategicMerge");
        if (!file.strings("patchesStrategicMerge").isEmpty() && paths != null) {
            MapNode arguments = MapNode.of("paths", paths);
            add(
                    "PatchStrategicMergeTransformer",
                    arguments,
                    () -> LegacyPatchTransformers.strategicMerge(
                            arguments, context.loader(), context.reader(), context.schemas()));
        }
    }

    private void patches() {
        for (MapNode patch : file.structs("patches")) {
            MapNode arguments = withoutBlanks(patch);
            add(
                    "PatchTransformer",
                    arguments,
                    () -> PatchTransformer.of(arguments, context.loader(), context.reader(), context.schemas()));
        }
    }

    private void patchesJson6902() {
        for (MapNode patch : file.structs("patchesJson6902")) {
            MapNode.Builder arguments = MapNode.builder();
            withoutBlanks(patch).forEach((field, value) -> {
                if (!field.equals("options")) {
                    arguments.put(field.equals("patch") ? "jsonOp" : field, value);
                }
            });
            MapNode built = arguments.build();
            add("PatchJson6902Transformer", built, () -> LegacyPatchTransformers.json(built, context.loader()));
        }
    }

    /** As Go marshals a struct whose fields are left out when they are zero. */
    private static MapNode withoutBlanks(MapNode struct) {
        return struct.map((field, value) -> {
            if (value instanceof ScalarNode scalar
                    && ("".equals(scalar.value()) || Boolean.FALSE.equals(scalar.value()))) {
                return null;
            }
            return value instanceof MapNode map ? withoutBlanks(map) : value;
        });
    }

    private void names() {
        String namespace = file.text("namespace");
        if (!namespace.isEmpty()) {
            add(
                    "NamespaceTransformer",
                    MapNode.EMPTY,
                    () -> new NamespaceTransformer(namespace, config.get(Field.NAMESPACE), false, ""));
        }
        if (!file.text("namePrefix").isEmpty()) {
            add(
                    "PrefixTransformer",
                    MapNode.EMPTY,
                    () -> NameAffixTransformer.prefix(file.text("namePrefix"), config.get(Field.NAME_PREFIX)));
        }
        if (!file.text("nameSuffix").isEmpty()) {
            add(
                    "SuffixTransformer",
                    MapNode.EMPTY,
                    () -> NameAffixTransformer.suffix(file.text("nameSuffix"), config.get(Field.NAME_SUFFIX)));
        }
    }

    private void labels() {
        Map<String, String> common = file.content().findMap("commonLabels").strings();
        List<MapNode> labels = file.structs("labels");
        if (labels.isEmpty() && common.isEmpty()) {
            return;
        }
        for (MapNode label : labels) {
            FieldSpecs specs = labelSpecs(label);
            add(
                    "LabelTransformer",
                    MapNode.EMPTY,
                    () -> new LabelTransformer(label.findMap("pairs").strings(), specs));
        }
        add("LabelTransformer", MapNode.EMPTY, () -> new LabelTransformer(common, config.get(Field.COMMON_LABELS)));
    }

    private FieldSpecs labelSpecs(MapNode label) {
        FieldSpecs specs = ConfigReader.specs(label.get("fields"));
        try {
            specs = specs.merge(config.get(Field.LABELS));
            if (label.isTrue("includeSelectors")) {
                return specs.merge(config.get(Field.COMMON_LABELS));
            }
            if (label.isTrue("includeTemplates")) {
                specs = templates(specs);
            }
            return specs.plus(FieldSpec.created("metadata/labels"));
        } catch (KustomizeException e) {
            throw e.getMessage().startsWith("failed to merge") ? e : e.prefixed("failed to merge labels");
        }
    }

    private FieldSpecs templates(FieldSpecs specs) {
        try {
            return specs.merge(config.get(Field.TEMPLATE_LABELS));
        } catch (KustomizeException e) {
            throw e.prefixed("failed to merge template fieldSpec");
        }
    }

    private void annotations() {
        Map<String, String> annotations =
                file.content().findMap("commonAnnotations").strings();
        if (!annotations.isEmpty()) {
            add(
                    "AnnotationsTransformer",
                    MapNode.EMPTY,
                    () -> new LabelTransformer(annotations, config.get(Field.COMMON_ANNOTATIONS)));
        }
    }

    private void replicas() {
        for (MapNode replica : file.structs("replicas")) {
            String name = replica.findText("name");
            Long count = replica.findLong("count");
            add(
                    "ReplicaCountTransformer",
                    MapNode.EMPTY,
                    () -> new ReplicaTransformer(name, count == null ? 0 : count, config.get(Field.REPLICAS)));
        }
    }

    private void images() {
        for (MapNode image : file.structs("images")) {
            add(
                    "ImageTagTransformer",
                    MapNode.EMPTY,
                    () -> new ImageTransformer(ImageChange.of(image), config.get(Field.IMAGES)));
        }
    }

    private void replacements() {
        Node replacements = file.get("replacements");
        if (!file.structs("replacements").isEmpty() && replacements != null) {
            add(
                    "ReplacementTransformer",
                    MapNode.of("Replacements", replacements),
                    () -> new ReplacementTransformer(
                            ReplacementFiles.load(MapNode.of("replacements", replacements), context.loader())));
        }
    }
}
