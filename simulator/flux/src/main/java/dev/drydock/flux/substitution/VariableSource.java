package dev.drydock.flux.substitution;

import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where substitution reads ConfigMaps and Secrets from: the cluster, with the rights of the controller. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface VariableSource {

    /**
     * What a read gave.
     *
     * @param object the object, or null
     * @param error the server's words when there is no object
     * @param notFound whether the error is that the object does not exist
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Read(@Nullable MapNode object, String error, boolean notFound) {

        /** An object that was found. */
        public static Read of(MapNode object) {
            return new Read(object, "", false);
        }

        /** An error. */
        public static Read failed(String error, boolean notFound) {
            return new Read(null, error, notFound);
        }
    }

    /** Reads a ConfigMap or Secret. */
    Read read(String kind, String namespace, String name);
}
