package dev.drydock.flux.kustomization;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.sops.SopsDecryptor;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the files of an artifact into the objects that a Kustomization wants. */
interface Builder {

    /**
     * What the build gave.
     *
     * @param objects the objects in order
     * @param digest digest of the built text
     */
    record Built(List<MapNode> objects, String digest) {

        public Built {
            objects = List.copyOf(objects);
        }
    }

    /** A build that failed, in the words of the controller. */
    final class BuildException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BuildException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The objects below {@code spec.path}, after decryption and substitution.
     *
     * @param decryptor opens what is encrypted, null when nothing is to be opened
     * @throws BuildException when generating, decrypting, building, substituting or reading fails
     */
    Built build(KustomizationSpec spec, Content artifact, @Nullable SopsDecryptor decryptor);
}
