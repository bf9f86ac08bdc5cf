package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.MapNode;
import java.util.Optional;

/** An object that another version of its kind cannot hold; the message says what and why, in the server's words. */
final class UnconvertibleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnconvertibleException(String message) {
        super(message, null, false, false);
    }

    /**
     * The object at a version.
     *
     * @param words what failed, in the server's words
     * @throws UnconvertibleException when the version has no place for a field
     */
    static Optional<Updater.Typed> convert(Updater.Versions versions, MapNode object, String apiVersion, String words) {
        try {
            return versions.convert(object, apiVersion);
        } catch (UnconvertibleException e) {
            throw new UnconvertibleException(words + ": " + e.getMessage());
        }
    }
}
