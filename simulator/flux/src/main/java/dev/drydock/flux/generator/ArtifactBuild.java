package dev.drydock.flux.generator;

import dev.drydock.flux.sops.SopsException;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.flux.substitution.PostBuildSubstitution;
import dev.drydock.flux.substitution.SubstitutionException;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kustomize.BuildOptions;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.LimitException;
import dev.drydock.kustomize.RemoteEntries;
import dev.drydock.kustomize.RemoteEntryException;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The build of a Kustomization: kustomize under Flux' options, the checks after it, and the substitution of variables
 * (kustomize-controller, build).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ArtifactBuild {

    private ArtifactBuild() {}

    /**
     * Builds a directory; its kustomization file is the one that {@link KustomizationGenerator} wrote.
     *
     * @param tree the files of the artifact with the generated file
     * @param root directory of the tree that holds the artifact
     * @param directory the directory that is built, absolute in the tree
     * @param substitution {@code spec.postBuild}, or null when the spec has none
     * @return the YAML of the objects, which {@link ObjectReader} reads
     * @throws GeneratorException in the words of the BuildFailed condition
     * @throws NotModelledException when an entry leads to another machine
     */
    public static String build(
            FileTree tree, String root, String directory, @Nullable PostBuildSubstitution substitution) {
        return build(tree, root, directory, substitution, UnaryOperator.identity(), RemoteEntries.NONE);
    }

    /**
     * The same with what lies behind entries that lead to another machine.
     *
     * @param decryption opens an encrypted object before it is substituted
     */
    public static String build(
            FileTree tree,
            String root,
            String directory,
            @Nullable PostBuildSubstitution substitution,
            UnaryOperator<MapNode> decryption,
            RemoteEntries remotes) {
        List<MapNode> objects = new ArrayList<>(kustomize(tree, root, directory, remotes));
        for (int i = 0; i < objects.size(); i++) {
            MapNode object = objects.get(i);
            check(object);
            objects.set(i, opened(object, decryption));
            object = objects.get(i);
            if (substitution != null) {
                objects.set(i, substituted(object, substitution));
                checkUnique(objects, objects.get(i));
            }
        }
        StringBuilder text = new StringBuilder();
        for (MapNode object : objects) {
            text.append(text.length() == 0 ? "" : "---\n").append(YamlWriter.write(object));
        }
        return text.toString();
    }

    private static List<MapNode> kustomize(FileTree tree, String root, String directory, RemoteEntries remotes) {
        try {
            return KustomizeBuild.of(tree)
                    .with(BuildOptions.flux(root).withRemotes(remotes))
                    .build(directory)
                    .objects();
        } catch (RemoteEntryException e) {
            throw new NotModelledException("remote entries of a kustomization, here " + e.entry());
        } catch (LimitException e) {
            throw new NotModelledException(String.valueOf(e.getMessage()));
        } catch (KustomizeException e) {
            throw new GeneratorException("kustomize build failed: " + e.getMessage());
        }
    }

    private static void check(MapNode object) {
        boolean complete = !text(object, "metadata", "name").isEmpty()
                && !text(object, "kind").isEmpty()
                && !text(object, "apiVersion").isEmpty();
        if (!complete) {
            // kustomize's own annotations leave metadata behind, also on objects that had none
            MapNode printed = object.has("metadata") ? object : object.with("metadata", MapNode.EMPTY);
            throw new GeneratorException(
                    "failed to decode Kubernetes apiVersion, kind and name from: " + JsonWriter.go(printed));
        }
    }

    private static MapNode opened(MapNode object, UnaryOperator<MapNode> decryption) {
        try {
            return decryption.apply(object);
        } catch (SopsException e) {
            throw new GeneratorException("decryption failed for '" + identity(object) + "': " + e.getMessage());
        }
    }

    private static MapNode substituted(MapNode object, PostBuildSubstitution substitution) {
        try {
            return substitution.apply(object);
        } catch (SubstitutionException e) {
            throw e.isPanic()
                    ? e
                    : new GeneratorException("post build failed for '" + identity(object) + "': " + e.getMessage());
        }
    }

    /** {@code Kind.version.group/name}, as kustomize writes it. */
    private static String identity(MapNode object) {
        String apiVersion = text(object, "apiVersion");
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "[noGrp]" : apiVersion.substring(0, slash);
        return text(object, "kind") + "." + apiVersion.substring(slash + 1) + "." + group + "/"
                + text(object, "metadata", "name");
    }

    /** Replacing an object in kustomize's list fails when substitution made it equal to another one. */
    private static void checkUnique(List<MapNode> objects, MapNode changed) {
        long equal = objects.stream()
                .filter(object -> key(object).equals(key(changed)))
                .count();
        if (equal > 1) {
            throw new GeneratorException("in Replace: id matched " + equal + " resources");
        }
    }

    private static String key(MapNode object) {
        String namespace = text(object, "metadata", "namespace");
        return identity(object) + " " + (namespace.isEmpty() ? "default" : namespace);
    }

    private static String text(Node object, String... keys) {
        return object.find(keys) instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
    }
}
