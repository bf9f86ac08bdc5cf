package dev.drydock.scenario.replay;

import dev.drydock.flux.generator.ArtifactBuild;
import dev.drydock.flux.generator.GeneratorException;
import dev.drydock.flux.generator.KustomizationGenerator;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.Paths;
import dev.drydock.yaml.MapNode;
import java.util.List;

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
        MemoryFileTree.Builder files = MemoryFileTree.builder().directory(ROOT);
        repository.files().forEach((name, entry) -> {
            if (entry instanceof Content.File file) {
                files.file(ROOT + "/" + name, file.bytes());
            }
        });
        FileTree tree = files.build();
        String directory = Paths.clean(ROOT + "/" + Paths.clean("/" + path));
        try {
            var generated = KustomizationGenerator.generate(tree, ROOT, directory, spec);
            ObjectReader.Result read =
                    ObjectReader.read(ArtifactBuild.build(generated.into(tree, ROOT), ROOT, directory, null));
            String error = read.error();
            if (error != null) {
                throw new InstallationException(path + ": " + error);
            }
            return read.objects();
        } catch (GeneratorException e) {
            throw new InstallationException(path + ": " + e.getMessage());
        }
    }
}
