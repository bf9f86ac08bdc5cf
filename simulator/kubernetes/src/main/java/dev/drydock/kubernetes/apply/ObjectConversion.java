package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.Optional;
import org.apiguardian.api.API;

/** How the server reads an object of one resource and changes its API version; given to field management by the pipeline. */
@API(status = API.Status.STABLE, since = "0.1")
public interface ObjectConversion {

    /**
     * A merged configuration as the server holds it once decoded into its type and defaulted, in its own apiVersion:
     * nulls dropped, quantities canonical, defaults filled in.
     *
     * @throws ConversionException when a value does not convert; the message is that of
     *     runtime.DefaultUnstructuredConverter, without any prefix
     */
    MapNode decode(MapNode object);

    /** The object in another version of its group, or nothing when the server has no such version of it. */
    Optional<MapNode> toVersion(MapNode object, String apiVersion);

    /** A conversion for resources with one version whose values need no decoding, as custom resources. */
    static ObjectConversion none() {
        return new ObjectConversion() {
            @Override
            public MapNode decode(MapNode object) {
                return object;
            }

            @Override
            public Optional<MapNode> toVersion(MapNode object, String apiVersion) {
                return apiVersion.equals(object.findString("apiVersion")) ? Optional.of(object) : Optional.empty();
            }
        };
    }

    /** A value that does not convert into its type. */
    @API(status = API.Status.STABLE, since = "0.1")
    final class ConversionException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final boolean ofValue;

        /** A value does not fit; an exception with the server's message. */
        public ConversionException(String message) {
            this(message, true);
        }

        /** An exception with the server's message; {@code ofValue} unless no object of the kind converts at all. */
        public ConversionException(String message, boolean ofValue) {
            super(message);
            this.ofValue = ofValue;
        }

        String prefix(GroupVersionKind kind) {
            return ofValue ? "unable to convert unstructured object to " + kind + ": " : "";
        }
    }
}
