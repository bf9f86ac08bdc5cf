package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.file.KustomizationFile;
import dev.drydock.kustomize.generator.DataGenerator;
import dev.drydock.kustomize.generator.Generator;
import dev.drydock.kustomize.generator.GeneratorOptions;
import dev.drydock.kustomize.plugin.PluginContext;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generators that the fields of a kustomization file mean. */
final class Generators {

    private Generators() {}

    /** A generator with the origin of what it makes. */
    record Sourced(Generator generator, @Nullable Origin origin) {}

    static List<Sourced> builtIn(
            KustomizationFile file, @Nullable Origin origin, PluginContext context, String namespace) {
        List<Sourced> generators = new ArrayList<>();
        for (boolean secret : new boolean[] {false, true}) {
            String field = secret ? "secretGenerator" : "configMapGenerator";
            String plugin = secret ? "SecretGenerator" : "ConfigMapGenerator";
            for (MapNode args : file.structs(field)) {
                MapNode complete = GeneratorOptions.into(args, file.get("generatorOptions"));
                generators.add(new Sourced(
                        new DataGenerator(secret, complete, context.loader(), context.reader()),
                        origin == null ? null : origin.builtIn(file.name(), plugin)));
            }
        }
        for (MapNode chart : file.structs("helmCharts")) {
            throw BuiltInTransformers.troubled(
                    new KustomizeException("must specify --enable-helm"),
                    "HelmChartInflationGenerator",
                    withGlobals(chart, file, namespace));
        }
        return generators;
    }

    private static MapNode withGlobals(MapNode chart, KustomizationFile file, String namespace) {
        MapNode all = chart;
        if (file.get("helmGlobals") instanceof MapNode globals) {
            for (String field : globals.keys()) {
                all = all.with(field, java.util.Objects.requireNonNull(globals.get(field)));
            }
        }
        String own = chart.findString("namespace");
        boolean inherits = (own == null || own.isEmpty()) && !namespace.isEmpty();
        return inherits ? all.with("namespace", namespace) : all;
    }
}
