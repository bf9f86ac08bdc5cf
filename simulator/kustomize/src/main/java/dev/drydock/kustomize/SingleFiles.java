package dev.drydock.kustomize;

import dev.drydock.kustomize.file.GoDecoder;
import dev.drydock.kustomize.file.KustomizationFile;
import dev.drydock.kustomize.file.KustomizationType;
import dev.drydock.kustomize.resource.IdentityClock;
import dev.drydock.kustomize.resource.ResourceReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/** Reads single files as a build would, for programs that look at them before they build. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SingleFiles {

    private SingleFiles() {}

    /** The names that a kustomization file may have, in the order in which they are looked for. */
    public static List<String> kustomizationNames() {
        return KustomizationFile.NAMES;
    }

    /**
     * Reads a file of objects to see whether a build could.
     *
     * @param file name for positions
     * @throws KustomizeException when the text is no YAML, or something in it is no object
     */
    public static void checkObjects(byte[] text, String file) {
        new ResourceReader(new IdentityClock()).read(text, file);
    }

    /**
     * A kustomization file in the fields of kustomize's type; unknown ones are dropped.
     *
     * @throws KustomizeException in the words of encoding/json when a value does not fit its field
     */
    public static MapNode kustomization(Node tree) {
        return GoDecoder.lenient(tree, KustomizationType.KUSTOMIZATION);
    }
}
