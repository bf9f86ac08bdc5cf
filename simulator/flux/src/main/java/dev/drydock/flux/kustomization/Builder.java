package dev.drydock.flux.kustomization;

import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.MapNode;
import java.util.List;

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
     * The objects below {@code spec.path}, after substitution.
     *
     * @throws BuildException when generating, building, substituting or reading fails
     */
    Built build(KustomizationSpec spec, Content artifact);
}
