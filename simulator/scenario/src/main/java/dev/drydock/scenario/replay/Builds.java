package dev.drydock.scenario.replay;

import dev.drydock.flux.generator.ArtifactBuild;
import dev.drydock.flux.generator.GeneratorException;
import dev.drydock.flux.generator.KustomizationGenerator;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.ForwardingFileTree;
import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.Paths;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.function.Consumer;

/** Builds a folder of a repository as the first Kustomization of a cluster does. */
final class Builds {

    private static final String ROOT = "/repository";

    private Builds() {}

    /**
     * The objects of a folder.
     *
     * @param spec what the build does to them, as in the spec of a Kustomization
     * @throws InstallationException when the folder cannot be built
     */
    static List<MapNode> objects(Content repository, String path, MapNode spec) {
        return objects(repository, path, spec, file -> {});
    }

    /** The objects of a folder; tells every file of the repository that the build reads, also when it fails. */
    static List<MapNode> objects(Content repository, String path, MapNode spec, Consumer<String> read) {
        MemoryFileTree.Builder files = MemoryFileTree.builder().directory(ROOT);
        repository.files().forEach((name, entry) -> {
            if (entry instanceof Content.File file) {
                files.file(ROOT + "/" + name, file.bytes());
            }
        });
        FileTree tree = new WatchedTree(files.build(), file -> {
            if (file.startsWith(ROOT + "/")) {
                read.accept(file.substring(ROOT.length() + 1));
            }
        });
        String directory = Paths.clean(ROOT + "/" + Paths.clean("/" + path));
        try {
            var generated = KustomizationGenerator.generate(tree, ROOT, directory, spec);
            ObjectReader.Result result =
                    ObjectReader.read(ArtifactBuild.build(generated.into(tree, ROOT), ROOT, directory, null));
            String error = result.error();
            if (error != null) {
                throw new InstallationException(path + ": " + error);
            }
            return result.objects();
        } catch (GeneratorException e) {
            throw new InstallationException(path + ": " + e.getMessage());
        }
    }

    /** A tree that tells which files are read. */
    private record WatchedTree(FileTree tree, Consumer<String> watcher) implements ForwardingFileTree {

        @Override
        public byte[] read(String path) {
            watcher.accept(path);
            return tree.read(path);
        }
    }
}
