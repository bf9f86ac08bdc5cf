package dev.drydock.flux.kustomization;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the manifests below the path as they are; in work: the generated kustomization and the build come here. */
final class PlainBuilder implements Builder {

    @Override
    public Built build(KustomizationSpec spec, Content artifact) {
        List<MapNode> objects = new ArrayList<>();
        String path = spec.text("path").replaceAll("^[./]+|/+$", "");
        artifact.files().forEach((name, entry) -> {
            if (entry instanceof Content.File file
                    && name.matches(".*\\.ya?ml")
                    && (path.isEmpty() || name.startsWith(path + "/"))) {
                ObjectReader.Result read = ObjectReader.read(file.text());
                if (read.error() != null) {
                    throw new BuildException(read.error());
                }
                objects.addAll(read.objects());
            }
        });
        return new Built(objects, "sha256:" + artifact.digest());
    }
}
