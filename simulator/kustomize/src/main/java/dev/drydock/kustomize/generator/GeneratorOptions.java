package dev.drydock.kustomize.generator;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of all generators of a kustomization, taken over by one; api/types/generatoroptions.go. */
public final class GeneratorOptions {

    private GeneratorOptions() {}

    /** The arguments of a generator with the common options where it has none of its own. */
    public static MapNode into(MapNode args, @Nullable Node common) {
        if (!(common instanceof MapNode global)) {
            return args;
        }
        MapNode local = args.findMap("options");
        for (String field : List.of("labels", "annotations")) {
            if (global.get(field) instanceof MapNode defaults) {
                MapNode own = local.findMap(field);
                MapNode.Builder all = MapNode.builder().putAll(defaults);
                own.forEach(all::put);
                local = local.with(field, all.build());
            }
        }
        for (String flag : List.of("disableNameSuffixHash", "immutable")) {
            if (global.isTrue(flag)) {
                local = local.with(flag, true);
            }
        }
        return args.with("options", local);
    }
}
