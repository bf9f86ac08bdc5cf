package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.authorization.Authorizer;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What admission may look at in the cluster, as the server itself: nothing is authorized. */
@API(status = API.Status.STABLE, since = "0.1")
public interface ClusterView {

    /** The object of a name; the namespace is empty for cluster-scoped objects. */
    Optional<MapNode> get(GroupVersionResource resource, String namespace, String name);

    /** The objects of a namespace, or of all when the namespace is empty, sorted by namespace and name. */
    List<MapNode> list(GroupVersionResource resource, String namespace);

    /** Whether there is such a resource in this version. */
    boolean isServed(GroupVersionResource resource);

    /** The resources that there are. */
    Discovery discovery();

    /** The types of all kinds. */
    @SuppressWarnings("exports")
    SchemaTypes types();

    /** What webhooks answer. */
    WebhookAnswers webhooks();

    /** Who may do what. */
    Authorizer authorizer();

    /** An object as another version of its kind shows it. */
    MapNode atVersion(MapNode object, ApiResource resource);

    /** Replaces the status of an object at once and without admission, as plugins with books to keep do. */
    void writeStatus(GroupVersionResource resource, MapNode object);

    /** The simulated time. */
    Instant now();

    /** A generated name ending of some characters. */
    String newSuffix(int length);
}
