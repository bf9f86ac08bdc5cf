package dev.drydock.kustomize;

import dev.drydock.kustomize.accumulate.BuildContext;
import dev.drydock.kustomize.accumulate.KustomizationTarget;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.resource.BuildAnnotations;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.sort.LegacyOrder;
import dev.drydock.kustomize.transform.LabelTransformer;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * {@code kustomize build} 5.8.1 as a pure function of files.
 *
 * <pre>{@code
 * BuildResult result = KustomizeBuild.of(FileTree.onDisk(directory)).build("/overlays/production");
 * }</pre>
 *
 * <p>A build reads a kustomization file and everything below it ({@code accumulate}), changes what it gathered
 * ({@code transform}, {@code patch}, {@code replacement}), lets references follow new names ({@code nameref}), and prints.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class KustomizeBuild {

    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private final FileTree files;
    private final BuildOptions options;

    private KustomizeBuild(FileTree files, BuildOptions options) {
        this.files = files;
        this.options = options;
    }

    /** Builds from a tree as the command does. */
    public static KustomizeBuild of(FileTree files) {
        return new KustomizeBuild(files, BuildOptions.command());
    }

    /** The same under other options. */
    public KustomizeBuild with(BuildOptions other) {
        return new KustomizeBuild(files, other);
    }

    /**
     * Builds a directory.
     *
     * @param directory path in the tree, {@code /} for its root
     * @throws KustomizeException with the message of kustomize when the build fails
     */
    public BuildResult build(String directory) {
        BuildContext context = new BuildContext(options.schemaReplaces());
        Loader loader = Loader.of(files, options.remotes(), directory, options.rootOnly(), options.confinement());
        KustomizationTarget target = KustomizationTarget.root(context, loader);
        ResourceMap resources = target.build();
        sort(resources, target);
        List<String> metadata = target.file().strings("buildMetadata");
        if (options.managedByLabel() || metadata.contains("managedByLabel")) {
            FieldSpecs labels = new FieldSpecs(List.of(FieldSpec.created("metadata/labels")));
            new LabelTransformer(Map.of(MANAGED_BY, "kustomize-" + options.version()), labels).transform(resources);
        }
        clean(resources, metadata);
        return print(resources, context);
    }

    private void sort(ResourceMap resources, KustomizationTarget target) {
        if (target.file().get("sortOptions") instanceof MapNode sortOptions) {
            LegacyOrder.sort(resources, sortOptions);
        } else if (options.order() == BuildOptions.Order.LEGACY) {
            LegacyOrder.sort(resources);
        }
    }

    private static void clean(ResourceMap resources, List<String> metadata) {
        List<String> unwanted = new ArrayList<>();
        if (!metadata.contains("originAnnotations")) {
            unwanted.add(BuildAnnotations.ORIGIN);
        }
        if (!metadata.contains("transformerAnnotations")) {
            unwanted.add(BuildAnnotations.TRANSFORMATIONS);
        }
        resources.resources().forEach(resource -> resource.cleanAnnotations(unwanted));
    }

    private static BuildResult print(ResourceMap resources, BuildContext context) {
        List<MapNode> objects = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Resource resource : resources.resources()) {
            MapNode object = resource.printable();
            text.append(objects.isEmpty() ? "" : "---\n").append(YamlWriter.write(object));
            objects.add(object);
        }
        return new BuildResult(objects, text.toString(), context.warnings());
    }
}
