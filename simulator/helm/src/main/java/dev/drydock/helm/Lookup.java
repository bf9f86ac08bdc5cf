package dev.drydock.helm;

import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** What the template function {@code lookup} asks of the cluster. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Lookup {

    /** A cluster that is absent: nothing is ever found. */
    Lookup NOTHING = (apiVersion, kind, namespace, name) -> MapNode.EMPTY;

    /**
     * The object, or the list when the name is empty; an empty map when nothing is found.
     *
     * @throws HelmException with the words of the error, which ends the rendering
     */
    MapNode find(String apiVersion, String kind, String namespace, String name);
}
