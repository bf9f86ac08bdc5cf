package dev.drydock.flux.generator;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.Paths;
import dev.drydock.kustomize.SingleFiles;
import java.util.ArrayList;
import java.util.List;

/** Collects the manifests below a directory that has no kustomization file (scanManifests). */
final class ManifestScan {

    private final SecureTree files;
    private final List<String> found = new ArrayList<>();

    private ManifestScan(SecureTree files) {
        this.files = files;
    }

    /**
     * Files that end in {@code .yaml} or {@code .yml}, and directories that have a kustomization file, in the order of a
     * walk; each file must hold objects.
     */
    static List<String> of(SecureTree files, String directory) {
        ManifestScan scan = new ManifestScan(files);
        files.check("walk", directory);
        scan.walk(directory);
        return List.copyOf(scan.found);
    }

    private void walk(String directory) {
        for (String name : files.list(directory)) {
            String path = Paths.join(directory, name);
            files.check("walk", path);
            if (!files.isRealDirectory(path)) {
                add(path);
            } else if (SingleFiles.kustomizationNames().stream()
                    .anyMatch(file -> files.isFile(Paths.join(path, file)))) {
                found.add(path);
            } else {
                walk(path);
            }
        }
    }

    private void add(String path) {
        if (!path.endsWith(".yaml") && !path.endsWith(".yml")) {
            return;
        }
        byte[] text = files.read(path);
        try {
            SingleFiles.checkObjects(text, path);
        } catch (KustomizeException e) {
            throw new GeneratorException("failed to decode Kubernetes YAML from " + path + ": " + e.getMessage());
        }
        found.add(path);
    }
}
