package dev.drydock.kustomize.plugin;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.config.ConfigReader;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.file.GoDecoder;
import dev.drydock.kustomize.file.GoType;
import dev.drydock.kustomize.file.KustomizationType;
import dev.drydock.kustomize.generator.DataGenerator;
import dev.drydock.kustomize.generator.Generator;
import dev.drydock.kustomize.generator.IamPolicyGenerator;
import dev.drydock.kustomize.patch.LegacyPatchTransformers;
import dev.drydock.kustomize.patch.PatchTransformer;
import dev.drydock.kustomize.replacement.ReplacementTransformer;
import dev.drydock.kustomize.resource.OutputTree;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.transform.HashTransformer;
import dev.drydock.kustomize.transform.ImageChange;
import dev.drydock.kustomize.transform.ImageTransformer;
import dev.drydock.kustomize.transform.LabelTransformer;
import dev.drydock.kustomize.transform.NameAffixTransformer;
import dev.drydock.kustomize.transform.NamespaceTransformer;
import dev.drydock.kustomize.transform.ReplicaTransformer;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/** Generators and transformers that objects configure; follows api/internal/plugins/loader. */
public final class Plugins {

    private static final String BUILTIN = "builtin";

    private final PluginContext context;

    /** Plugins of one kustomization. */
    public Plugins(PluginContext context) {
        this.context = context;
    }

    /** A plugin of either sort. */
    private record Configured(
            @Nullable Generator generator, @Nullable Transformer transformer) {}

    /**
     * The generator that an object configures.
     *
     * @throws KustomizeException when it is none, or none that is built in
     */
    public Generator generator(Resource config) {
        Generator generator = configured(config).generator();
        if (generator == null) {
            throw new KustomizeException("plugin " + config.originalId() + " not a generator");
        }
        return generator;
    }

    /**
     * The transformer that an object configures.
     *
     * @throws KustomizeException when it is none, or none that is built in
     */
    public Transformer transformer(Resource config) {
        Transformer transformer = configured(config).transformer();
        if (transformer == null) {
            throw new KustomizeException("plugin " + config.originalId() + " not a transformer");
        }
        return transformer;
    }

    private Configured configured(Resource config) {
        boolean builtIn =
                config.gvk().group().isEmpty() && config.gvk().version().equals(BUILTIN);
        if (!builtIn) {
            throw new KustomizeException("external plugins disabled; unable to load external plugin '"
                    + config.originalId().gvk().kind() + "'");
        }
        String kind = config.kind();
        GoType.Struct type = KustomizationType.ofPlugin(kind);
        if (type == null) {
            throw new KustomizeException("unable to load builtin " + config.gvk());
        }
        try {
            MapNode decoded;
            try {
                decoded = GoDecoder.lenient(OutputTree.of(config.node()), type);
            } catch (KustomizeException e) {
                boolean namespace = kind.equals("NamespaceTransformer");
                KustomizeException json = e.prefixed("error unmarshaling JSON: while decoding JSON");
                throw namespace ? json.prefixed("unmarshalling NamespaceTransformer config") : json;
            }
            return configured(kind, decoded);
        } catch (KustomizeException e) {
            throw e.prefixed("plugin " + config.originalId() + " fails configuration");
        }
    }

    private Configured configured(String kind, MapNode config) {
        return switch (kind) {
            case "ConfigMapGenerator", "SecretGenerator" ->
                new Configured(
                        new DataGenerator(
                                kind.equals("SecretGenerator"), named(config), context.loader(), context.reader()),
                        null);
            case "IAMPolicyGenerator" -> new Configured(new IamPolicyGenerator(config, context.reader()), null);
            case "HelmChartInflationGenerator" -> throw new KustomizeException("must specify --enable-helm");
            default -> new Configured(null, transformer(kind, config));
        };
    }

    /** Name and namespace of a generated object default to those of its configuration. */
    private static MapNode named(MapNode config) {
        MapNode args = config;
        for (String field : new String[] {"name", "namespace"}) {
            String own = args.findString(field);
            String meta = config.findString("metadata", field);
            if ((own == null || own.isEmpty()) && meta != null) {
                args = args.with(field, meta);
            }
        }
        return args;
    }

    private Transformer transformer(String kind, MapNode config) {
        FieldSpecs specs = ConfigReader.specs(config.get("fieldSpecs"));
        return switch (kind) {
            case "AnnotationsTransformer" ->
                new LabelTransformer(config.findMap("annotations").strings(), specs);
            case "LabelTransformer" ->
                new LabelTransformer(config.findMap("labels").strings(), specs);
            case "NamespaceTransformer" ->
                new NamespaceTransformer(
                        config.findMap("metadata").findText("namespace"),
                        specs,
                        config.isTrue("unsetOnly"),
                        config.findText("setRoleBindingSubjects"));
            case "PrefixTransformer" -> NameAffixTransformer.prefix(config.findText("prefix"), required(config, specs));
            case "SuffixTransformer" -> NameAffixTransformer.suffix(config.findText("suffix"), required(config, specs));
            case "PrefixSuffixTransformer" -> {
                Transformer prefix = NameAffixTransformer.prefix(config.findText("prefix"), required(config, specs));
                Transformer suffix = NameAffixTransformer.suffix(config.findText("suffix"), specs);
                yield resources -> {
                    prefix.transform(resources);
                    suffix.transform(resources);
                };
            }
            case "ImageTagTransformer" -> new ImageTransformer(ImageChange.of(config.findMap("imageTag")), specs);
            case "ReplicaCountTransformer" -> {
                Long count = config.findLong("replica", "count");
                yield new ReplicaTransformer(
                        config.findMap("replica").findText("name"), count == null ? 0 : count, specs);
            }
            case "PatchTransformer" ->
                PatchTransformer.of(config, context.loader(), context.reader(), context.schemas());
            case "PatchStrategicMergeTransformer" ->
                LegacyPatchTransformers.strategicMerge(config, context.loader(), context.reader(), context.schemas());
            case "PatchJson6902Transformer" -> LegacyPatchTransformers.json(config, context.loader());
            case "ReplacementTransformer" ->
                new ReplacementTransformer(ReplacementFiles.load(config, context.loader()));
            case "ValueAddTransformer" -> ValueAddConfig.read(config, context.loader());
            case "HashTransformer" -> new HashTransformer();
            default -> throw new KustomizeException("unable to load builtin " + kind);
        };
    }

    private static FieldSpecs required(MapNode config, FieldSpecs specs) {
        if (!config.has("fieldSpecs")) {
            throw new KustomizeException("fieldSpecs is not expected to be nil");
        }
        return specs;
    }
}
