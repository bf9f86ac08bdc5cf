package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.CrashException;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.RemoteEntryException;
import dev.drydock.kustomize.config.ConfigReader;
import dev.drydock.kustomize.config.CrdConfig;
import dev.drydock.kustomize.config.TransformerConfig;
import dev.drydock.kustomize.file.GoDecoder;
import dev.drydock.kustomize.file.KustomizationFile;
import dev.drydock.kustomize.file.KustomizationType;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.patch.LegacyPatchTransformers;
import dev.drydock.kustomize.patch.OpenApiSchemas;
import dev.drydock.kustomize.plugin.PluginContext;
import dev.drydock.kustomize.plugin.Plugins;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.resource.Utf8Text;
import dev.drydock.kustomize.text.GoText;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.kustomize.vars.Variable;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kustomization, accumulated: resources, generators, components, transformers, validators, variables, and everything
 * below it the same way first; follows api/internal/target/kusttarget.go.
 */
public final class KustomizationTarget {

    private final BuildContext build;
    private final Loader loader;
    private final KustomizationFile file;
    private final PluginContext context;
    private final Plugins plugins;
    private @Nullable Origin origin;

    /** The namespace of a kustomization above, which Helm charts without one of their own are for. */
    private final String outerNamespace;

    private KustomizationTarget(
            BuildContext build, Loader loader, KustomizationFile file, @Nullable Origin origin, String outerNamespace) {
        this.outerNamespace = outerNamespace;
        this.build = build;
        this.loader = loader;
        this.file = file;
        this.origin = origin;
        this.context = new PluginContext(loader, build.reader(), build.schemas());
        this.plugins = new Plugins(context);
    }

    /**
     * The kustomization that is built, with its schema installed.
     *
     * @throws KustomizeException when its file is missing or wrong
     */
    public static KustomizationTarget root(BuildContext build, Loader loader) {
        KustomizationFile file = load(build, loader);
        installSchema(build, loader, file);
        Origin origin = file.strings("buildMetadata").isEmpty() ? null : Origin.ROOT;
        return new KustomizationTarget(build, loader, file, origin, "");
    }

    /** The file of this kustomization. */
    public KustomizationFile file() {
        return file;
    }

    private String namespace() {
        String own = file.text("namespace");
        return own.isEmpty() ? outerNamespace : own;
    }

    private static KustomizationFile load(BuildContext build, Loader loader) {
        byte[] content = null;
        String name = "";
        for (String candidate : KustomizationFile.NAMES) {
            byte[] found;
            try {
                found = loader.load(candidate);
            } catch (KustomizeException e) {
                continue;
            }
            if (content != null) {
                throw new KustomizeException("Found multiple kustomization files under: " + loader.root() + "\n");
            }
            content = found;
            name = candidate;
        }
        if (content == null) {
            throw new KustomizeException("unable to find one of 'kustomization.yaml', 'kustomization.yml' or"
                    + " 'Kustomization' in directory '" + loader.root() + "'");
        }
        KustomizationFile file = KustomizationFile.read(content, name, loader.root());
        build.warnings().addAll(file.warnings());
        return file;
    }

    private static void installSchema(BuildContext build, Loader loader, KustomizationFile file) {
        MapNode openapi = file.content().findMap("openapi");
        String path = openapi.findString("path");
        byte[] schema = path == null ? null : loader.load(path);
        if (build.isSchemaSet()) {
            return;
        }
        String version = openapi.findString("version");
        if (schema != null) {
            if (version != null) {
                throw new KustomizeException("builtin version and custom schema provided, cannot use both");
            }
            OpenApiSchemas.install(schema, build.schemas(), build.clock().scopes(), build.schemaReplaces());
            build.schemaIsSet();
        } else if (version != null && !version.isEmpty()) {
            build.schemaIsSet();
            if (!version.equals("v1.21.2")) {
                throw new KustomizeException("the specified OpenAPI version is not built in");
            }
        }
    }

    /** The accumulated objects after hashes, name references and variables. */
    public ResourceMap build() {
        Accumulator all = accumulate(new Accumulator(build.clock()));
        ResourceMap resources = all.resources();
        Finishing.finish(resources, all.config(), all.variables());
        return resources;
    }

    private Accumulator accumulate(Accumulator into) {
        Accumulator gathered;
        try {
            gathered = resources(into, file.strings("resources"));
        } catch (KustomizeException e) {
            throw e.prefixed("accumulating resources");
        }
        configure(gathered);
        generators(gathered);
        try {
            gathered = components(gathered);
        } catch (KustomizeException e) {
            throw e.prefixed("accumulating components");
        }
        transformers(gathered);
        validators(gathered);
        List<MapNode> vars = file.structs("vars");
        try {
            gathered.variables().declare(vars.stream().map(Variable::of).toList(), gathered.resources());
        } catch (KustomizeException e) {
            throw e.prefixed("merging vars "
                    + GoText.list(vars.stream().map(Variable::undefaulted).toList()));
        }
        return gathered;
    }

    private Accumulator resources(Accumulator into, List<String> entries) {
        Accumulator gathered = into;
        for (String entry : entries) {
            KustomizeException asFile = null;
            try {
                file(gathered, entry);
            } catch (RemoteEntryException e) {
                throw e;
            } catch (KustomizeException e) {
                asFile = e;
            }
            if (asFile != null && asFile.getMessage().contains("HTTP Error: status code")) {
                throw asFile;
            }
            if (asFile != null) {
                gathered = directory(gathered, entry, asFile);
            }
        }
        return gathered;
    }

    private void file(Accumulator into, String entry) {
        List<Resource> objects;
        try {
            byte[] content = loader.load(entry);
            try {
                objects = ResourceMap.distinct(build.clock(), build.reader().read(content, entry));
            } catch (KustomizeException e) {
                throw LegacyPatchTransformers.malformedIn(e, entry);
            }
        } catch (KustomizeException e) {
            throw e.prefixed("accumulating resources from '" + entry + "'");
        }
        Origin from = origin;
        if (from != null) {
            objects.forEach(from.append(entry)::annotate);
        }
        try {
            into.resources().appendAll(objects);
        } catch (KustomizeException e) {
            throw e.prefixed("merging resources from '" + entry + "'");
        }
    }

    private Accumulator directory(Accumulator into, String entry, KustomizeException asFile) {
        String prefix = "accumulation err='" + asFile.getMessage() + "'";
        Loader below;
        try {
            below = loader.directory(entry);
        } catch (KustomizeException e) {
            if (asFile.getMessage().contains("MalformedYAMLError")) {
                throw asFile;
            }
            throw e instanceof RemoteEntryException
                    ? e
                    : new KustomizeException(prefix + ": " + e.getMessage(), asFile.location());
        }
        try {
            return directory(into, below, entry, false);
        } catch (KustomizeException e) {
            throw e.prefixed(prefix);
        }
    }

    private Accumulator components(Accumulator into) {
        Accumulator gathered = into;
        for (String entry : file.strings("components")) {
            Loader below;
            try {
                below = loader.directory(entry);
            } catch (RemoteEntryException | CrashException e) {
                throw e;
            } catch (KustomizeException e) {
                throw new KustomizeException("loader.New " + GoQuote.quote(e.getMessage()), e.location());
            }
            try {
                gathered = directory(gathered, below, entry, true);
            } catch (RemoteEntryException | CrashException e) {
                throw e;
            } catch (KustomizeException e) {
                throw new KustomizeException("accumulateDirectory: " + GoQuote.quote(e.getMessage()), e.location());
            }
        }
        return gathered;
    }

    private Accumulator directory(Accumulator into, Loader below, String entry, boolean component) {
        KustomizationFile theirs;
        try {
            theirs = load(build, below).withBuildMetadata(file.get("buildMetadata"));
        } catch (KustomizeException e) {
            throw e.prefixed("couldn't make target for path '" + below.root() + "'");
        }
        installSchema(build, below, theirs);
        if (component && !theirs.isComponent()) {
            throw new KustomizeException(
                    "expected kind 'Component' for path '" + below.root() + "' but got '" + theirs.text("kind") + "'");
        }
        if (!component && theirs.isComponent()) {
            throw new KustomizeException("expected kind != 'Component' for path '" + below.root() + "'");
        }
        Origin from = origin == null ? null : origin.append(entry);
        KustomizationTarget target = new KustomizationTarget(build, below, theirs, from, namespace());
        Accumulator result;
        try {
            result = target.accumulate(component ? into : new Accumulator(build.clock()));
        } catch (KustomizeException e) {
            throw e.prefixed("recursed accumulation of path '" + below.root() + "'");
        }
        Accumulator gathered = component ? new Accumulator(build.clock()) : into;
        try {
            gathered.merge(result);
        } catch (KustomizeException e) {
            throw e.prefixed("recursed merging from path '" + below.root() + "'");
        }
        return gathered;
    }

    private void configure(Accumulator into) {
        TransformerConfig config = TransformerConfig.defaults();
        for (String path : file.strings("configurations")) {
            config = config.merge(configuration(path));
        }
        into.mergeConfig(config);
        into.mergeConfig(definitions());
    }

    private TransformerConfig definitions() {
        TransformerConfig config = TransformerConfig.EMPTY;
        List<String> paths = file.strings("crds");
        try {
            for (String path : paths) {
                config = config.merge(CrdConfig.read(loader.load(path), path));
            }
        } catch (KustomizeException e) {
            throw e.prefixed("loading CRDs " + GoText.list(paths));
        }
        return config;
    }

    private TransformerConfig configuration(String path) {
        try {
            Node tree = Utf8Text.first(loader.load(path), path, YamlMode.KUBERNETES);
            return ConfigReader.read(strict(tree));
        } catch (YamlException e) {
            throw new KustomizeException("error converting YAML to JSON: " + e.upstream());
        }
    }

    private static MapNode strict(Node tree) {
        try {
            return GoDecoder.strict(tree, KustomizationType.TRANSFORMER_CONFIG);
        } catch (KustomizeException e) {
            throw e.prefixed("error unmarshaling JSON: while decoding JSON");
        }
    }

    private void generators(Accumulator into) {
        List<Generators.Sourced> generators = new ArrayList<>(Generators.builtIn(file, origin, context, namespace()));
        try {
            for (Resource config : pluginConfigs("generators", "configuring external generator")) {
                try {
                    generators.add(new Generators.Sourced(plugins.generator(config), Origin.ofPlugin(config)));
                } catch (KustomizeException e) {
                    throw e.prefixed("failed to load generator");
                }
            }
        } catch (KustomizeException e) {
            throw e.prefixed("loading generator plugins");
        }
        for (Generators.Sourced generator : generators) {
            List<Resource> objects = generator.generator().generate();
            Origin from = generator.origin();
            if (from != null) {
                objects.forEach(from::annotate);
            }
            try {
                objects.forEach(into.resources()::absorb);
            } catch (KustomizeException e) {
                throw e.prefixed("merging from generator &{0xADDRESS " + (from == null ? "<nil>" : "0xADDRESS") + "}");
            }
        }
    }

    /** Entries that are objects themselves come first, then those of files and directories. */
    private List<Resource> pluginConfigs(String field, String failure) {
        Accumulator configs = new Accumulator(build.clock());
        List<String> paths = new ArrayList<>();
        for (String entry : file.strings(field)) {
            List<Resource> inline;
            try {
                inline = ResourceMap.distinct(build.clock(), build.reader().read(entry, file.name()));
            } catch (KustomizeException e) {
                paths.add(entry);
                continue;
            }
            if (origin != null) {
                inline.forEach(origin.append(file.name())::annotate);
            }
            try {
                configs.resources().appendAll(inline);
            } catch (KustomizeException e) {
                throw e.prefixed(failure);
            }
        }
        return resources(configs, paths).resources().resources();
    }

    private void transformers(Accumulator into) {
        record Sourced(Transformer transformer, @Nullable Origin origin) {}
        List<Sourced> all = new ArrayList<>();
        Origin here = origin;
        for (BuiltInTransformers.Named named : BuiltInTransformers.of(file, into.config(), context)) {
            Origin from = here == null ? null : here.builtIn(file.name(), named.plugin());
            all.add(new Sourced(named.transformer(), from));
        }
        for (Resource config : pluginConfigs("transformers", "configuring external transformer")) {
            all.add(new Sourced(plugins.transformer(config), Origin.ofPlugin(config)));
        }
        for (Sourced sourced : all) {
            sourced.transformer().transform(into.resources());
            Origin from = sourced.origin();
            if (from != null) {
                into.resources().resources().forEach(from::addTransformation);
            }
            into.resources().dropEmpties();
        }
    }

    private void validators(Accumulator into) {
        for (Resource config : pluginConfigs("validators", "configuring external transformer")) {
            Validation.run(plugins.transformer(config), into.resources(), build.clock());
        }
    }
}
