package dev.drydock.flux.generator;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.Paths;
import dev.drydock.kustomize.SingleFiles;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Finds or writes the kustomization file of a path and merges the spec into it (kustomize_generator.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class KustomizationGenerator {

    private KustomizationGenerator() {}

    /**
     * The kustomization file that is built.
     *
     * @param path where it is written
     * @param text its content
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Generated(String path, String text) {

        /** The tree with this file in it. */
        public FileTree into(FileTree tree, String root) {
            String real = new SecureTree(tree, root).real(path);
            return new OverlayTree(tree, real == null ? path : real, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * The kustomization file of a directory.
     *
     * @param tree the files of the artifact
     * @param root directory of the tree that holds the artifact; nothing outside it is read
     * @param directory the directory that is built, absolute in the tree
     * @param spec {@code spec} of the Kustomization
     * @throws GeneratorException in the words of the BuildFailed condition
     */
    public static Generated generate(FileTree tree, String root, String directory, MapNode spec) {
        SecureTree files = new SecureTree(tree, root);
        String path = Paths.join(directory, SingleFiles.kustomizationNames().get(0));
        MapNode file = null;
        for (String name : SingleFiles.kustomizationNames()) {
            String candidate = Paths.join(directory, name);
            if (file == null && files.isFile(candidate)) {
                file = existing(files.read(candidate));
                path = candidate;
            }
        }
        MapNode merged = new SpecMerge(files, directory, spec).into(file == null ? generated(files, directory) : file);
        String text = KustomizationMarshal.write(merged);
        files.check("write", path);
        if (files.isFile(directory)) {
            // WriteFile removes what it could not write and reports both refusals (kustomize_generator.go)
            throw new GeneratorException("open " + path + ": not a directory remove " + path + ": not a directory");
        }
        return new Generated(path, text);
    }

    /** A file without resources would be refused as empty, so it gets build metadata. */
    private static MapNode existing(byte[] text) {
        MapNode file = KustomizationMarshal.read(text);
        return file.findList("resources").isEmpty()
                ? file.with("buildMetadata", ListNode.ofStrings(List.of("originAnnotations")))
                : file;
    }

    private static MapNode generated(SecureTree files, String directory) {
        List<String> resources = new ArrayList<>();
        for (String path : ManifestScan.of(files, directory)) {
            resources.add("." + (directory.equals("/") ? path : path.substring(directory.length())));
        }
        return resources.isEmpty()
                ? KustomizationMarshal.EMPTY.with("namespace", "_placeholder")
                : KustomizationMarshal.EMPTY.with("resources", ListNode.ofStrings(resources));
    }
}
