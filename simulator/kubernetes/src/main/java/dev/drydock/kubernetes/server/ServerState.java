package dev.drydock.kubernetes.server;

import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.Watcher;
import dev.drydock.kubernetes.admission.ClusterView;
import dev.drydock.kubernetes.admission.WebhookAnswers;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.apply.ObjectConversion;
import dev.drydock.kubernetes.apply.ResetFields;
import dev.drydock.kubernetes.authentication.Impersonator;
import dev.drydock.kubernetes.conversion.ApiVersions;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.kubernetes.rbac.RbacAuthorizer;
import dev.drydock.kubernetes.rbac.RbacPolicy;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.kubernetes.store.Store;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that one server knows, and the one place where a change is committed. */
public final class ServerState implements ClusterView {

    private final Kernel kernel;
    private Store store;
    private RbacAuthorizer authorizer;
    private final Impersonator impersonator;
    private final List<Watcher> watchers = new ArrayList<>();
    private Discovery discovery;
    private SchemaTypes types;
    private WebhookAnswers webhooks = WebhookAnswers.NONE;

    /** A server without objects. */
    public ServerState(Kernel kernel) {
        this.kernel = kernel;
        this.store = new Store();
        this.authorizer = new RbacAuthorizer(RbacPolicy.EMPTY);
        this.impersonator = new Impersonator();
        this.discovery = Discovery.builtIn();
        this.types = SchemaTypes.builtIn();
    }

    private ServerState(ServerState origin, Kernel kernel) {
        this.kernel = kernel;
        this.store = origin.store.fork();
        this.authorizer = origin.authorizer.fork();
        this.impersonator = origin.impersonator.fork();
        this.discovery = origin.discovery;
        this.types = origin.types;
        this.webhooks = origin.webhooks;
    }

    /** A copy without watchers; constant time. */
    public ServerState fork(Kernel forked) {
        return new ServerState(this, forked);
    }

    /** Takes the place of another state that holds all of this one and more; watchers stay and are not told. */
    void become(ServerState other) {
        store = other.store.fork();
        authorizer = other.authorizer.fork();
        discovery = other.discovery;
        types = other.types;
    }

    /** Time and ids. */
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public Discovery discovery() {
        return discovery;
    }

    @Override
    public SchemaTypes types() {
        return types;
    }

    @Override
    public RbacAuthorizer authorizer() {
        return authorizer;
    }

    @Override
    public WebhookAnswers webhooks() {
        return webhooks;
    }

    /** Says what webhooks answer from now on. */
    public void webhooks(WebhookAnswers answers) {
        webhooks = answers;
    }

    /** The impersonator. */
    public Impersonator impersonator() {
        return impersonator;
    }

    /** The revision of the last change. */
    public long revision() {
        return store.revision();
    }

    /** Adds a watcher of all changes. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** An object of a resource. */
    public Optional<MapNode> get(ApiResource resource, NamespacedName name) {
        return store.get(resource.collection(), name).map(object -> atVersion(object, resource));
    }

    /** The objects of a resource in a namespace, or in all when it is empty. */
    public List<MapNode> list(ApiResource resource, String namespace) {
        return store.list(resource.collection(), namespace).stream()
                .map(object -> atVersion(object, resource))
                .toList();
    }

    @Override
    public MapNode atVersion(MapNode object, ApiResource resource) {
        return Decoder.isBuiltIn(resource.kind())
                ? ApiVersions.convert(object, resource.resource().apiVersion())
                : CustomKinds.atVersion(this, object, resource);
    }

    /** Commits an object that is new or changed; returns it with its resourceVersion. */
    public MapNode put(ApiResource resource, NamespacedName name, MapNode object, @Nullable MapNode previous) {
        ApiResource storage = CustomKinds.stored(this, resource);
        MapNode stored = store.put(resource.collection(), name, atVersion(object, storage));
        tell(new WatchEvent(
                previous == null ? WatchEvent.Type.ADDED : WatchEvent.Type.MODIFIED,
                storage.resource(),
                stored,
                previous));
        return atVersion(stored, resource);
    }

    /** Notes whether reading an object fills in defaults that its last write did not have. */
    void note(ApiResource resource, NamespacedName name, boolean isReadOtherwise) {
        store.note(resource.collection(), name, isReadOtherwise);
    }

    /** Whether an object is read otherwise than it was written. */
    boolean isReadOtherwise(ApiResource resource, NamespacedName name) {
        return store.isReadOtherwise(resource.collection(), name);
    }

    /** Commits a removal; returns its revision. */
    public long remove(ApiResource resource, NamespacedName name, MapNode last) {
        store.remove(resource.collection(), name);
        long revision = store.revision();
        tell(new WatchEvent(WatchEvent.Type.DELETED, resource.resource(), last, last));
        return revision;
    }

    private void tell(WatchEvent event) {
        authorizer.changed(event);
        if (event.resource().groupResource().equals(CustomResources.DEFINITIONS)) {
            CustomResources.Served served = CustomResources.apply(event, discovery, types);
            discovery = served.discovery();
            types = served.types();
        }
        for (Watcher watcher : List.copyOf(watchers)) {
            watcher.changed(event);
        }
    }

    @Override
    public Optional<MapNode> get(GroupVersionResource resource, String namespace, String name) {
        return discovery.find(resource).flatMap(r -> get(r, new NamespacedName(namespace, name)));
    }

    @Override
    public List<MapNode> list(GroupVersionResource resource, String namespace) {
        return discovery.find(resource).map(r -> list(r, namespace)).orElse(List.of());
    }

    @Override
    public boolean isServed(GroupVersionResource resource) {
        return discovery.find(resource).isPresent();
    }

    @Override
    public void writeStatus(GroupVersionResource resource, MapNode object) {
        discovery.find(resource).ifPresent(r -> {
            NamespacedName name = NamespacedName.of(object);
            get(r, name).ifPresent(old -> put(r, name, withOwnStatus(r, old, object.findMap("status")), old));
        });
    }

    private MapNode withOwnStatus(ApiResource resource, MapNode old, MapNode status) {
        return new FieldManagement(
                        resource.kind(),
                        "status",
                        types,
                        ObjectConversion.none(),
                        ResetFields.of(resource.resource(), "status"))
                .update(old, old.with("status", status), "kube-apiserver", now());
    }

    @Override
    public Instant now() {
        return kernel.now();
    }

    @Override
    public String newSuffix(int length) {
        return kernel.newSuffix(length);
    }
}
