package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a build: an immutable tree that is replaced as transformers go, and what is remembered of its names.
 *
 * <p>kustomize keeps the memory in annotations of the object; here it stands beside the tree, and
 * {@link #withBuildAnnotations()} shows it where messages do.
 */
@SuppressWarnings("ReferenceEquality") // what is set the same is the very same node
public final class Resource {

    private final IdentityClock clock;
    private @Nullable MapNode node;
    private History history;
    private @Nullable String behavior;
    private boolean needsHash;
    private boolean nameChangeAllowed;
    private boolean kindChangeAllowed;
    private @Nullable String unprintable;
    private List<SharedScalars> shared = List.of();
    private List<String> referredBy = List.of();
    private List<String> vars = List.of();
    private @Nullable ResId currentId;
    private @Nullable List<ResId> previousIds;

    Resource(IdentityClock clock, MapNode node, History history) {
        this.clock = clock;
        this.node = node;
        this.history = history;
    }

    /** The tree; empty once the object was deleted. */
    public MapNode node() {
        MapNode now = node;
        return now == null ? MapNode.EMPTY : now;
    }

    /** Replaces the tree; null deletes the object. */
    public void setNode(@Nullable MapNode replacement) {
        MapNode old = node;
        if (old == replacement) {
            return;
        }
        MapNode next = replacement == null || shared.isEmpty() ? replacement : spread(replacement);
        node = next;
        if (old == null || next == null || !sameIdentity(old, next)) {
            currentId = null;
            previousIds = null;
            clock.tick();
        }
    }

    /** What was changed in one place of a shared scalar is changed in all. */
    private MapNode spread(MapNode next) {
        Node spread = next;
        List<SharedScalars> now = new ArrayList<>();
        for (SharedScalars scalar : shared) {
            SharedScalars after = scalar.in(spread);
            spread = after == scalar ? spread : after.spread(spread, scalar.node());
            now.add(after);
        }
        shared = now;
        return (MapNode) spread;
    }

    /** Notes that one scalar was put into several places. */
    public void share(ScalarNode scalar) {
        SharedScalars found = SharedScalars.find(node(), scalar);
        if (found != null) {
            List<SharedScalars> more = new ArrayList<>(shared);
            more.add(found);
            shared = more;
        }
    }

    /** Forgets which scalars are shared: the tree was written and read again. */
    public void unshare() {
        shared = List.of();
    }

    private static boolean sameIdentity(MapNode a, MapNode b) {
        Node before = a.get("metadata");
        Node after = b.get("metadata");
        return a.get("kind") == b.get("kind")
                && a.get("apiVersion") == b.get("apiVersion")
                && (before == after
                        || (before != null
                                && after != null
                                && before.find("name") == after.find("name")
                                && before.find("namespace") == after.find("namespace")));
    }

    /** Whether the object was deleted or has no content. */
    public boolean isEmpty() {
        return node().isEmpty();
    }

    /** Group, version and kind. */
    public Gvk gvk() {
        return currentId().gvk();
    }

    /** The kind. */
    public String kind() {
        return currentId().gvk().kind();
    }

    /** The current name. */
    public String name() {
        return currentId().name();
    }

    /** The current namespace, empty when there is none. */
    public String namespace() {
        return currentId().namespace();
    }

    /** What the object is called now. */
    public ResId currentId() {
        ResId id = currentId;
        if (id == null) {
            Gvk gvk = Gvk.of(Scalars.text(node().get("apiVersion")), Scalars.text(node().get("kind")));
            id = new ResId(
                    gvk, metaText("name"), metaText("namespace"), clock.scopes().isClusterScoped(gvk));
            currentId = id;
        }
        return id;
    }

    private String metaText(String key) {
        Node value = node().find("metadata", key);
        return Scalars.isNilOrEmpty(value) ? "" : Scalars.text(value);
    }

    /** What the object was called before, the oldest first. */
    public List<ResId> previousIds() {
        List<ResId> ids = previousIds;
        if (ids == null) {
            Gvk now = gvk();
            ids = history.named().stream()
                    .map(n -> new ResId(new Gvk(now.group(), now.version(), n.kind()), n.name(), n.namespace(), false))
                    .toList();
            previousIds = ids;
        }
        return ids;
    }

    /** What the object was called in its file. */
    public ResId originalId() {
        List<ResId> before = previousIds();
        return before.isEmpty() ? currentId() : before.get(0);
    }

    /** All names of the object, the current one first or last. */
    public List<ResId> allIds() {
        List<ResId> ids = new ArrayList<>(previousIds());
        ids.add(currentId());
        return ids;
    }

    /** kustomize remembers in annotations, which therefore are a map from now on. */
    private void remember() {
        if (!(node().find("metadata", "annotations") instanceof MapNode)) {
            MapNode meta = node().findMap("metadata");
            setNode(node().with("metadata", meta.with("annotations", MapNode.EMPTY)));
        }
    }

    /** Remembers the current name as a previous one. */
    public void storePreviousId() {
        remember();
        ResId id = currentId();
        setHistory(history.plus(
                new History.Name(id.name(), id.effectiveNamespace(), id.gvk().kind())));
    }

    /** The memory of names. */
    public History history() {
        return history;
    }

    /** Replaces the memory of names. */
    public void setHistory(History next) {
        history = next;
        previousIds = null;
        clock.tick();
    }

    /** Remembers that a prefix was added. */
    public void addPrefix(String prefix) {
        remember();
        history = history.plusPrefix(prefix);
    }

    /** Remembers that a suffix was added. */
    public void addSuffix(String suffix) {
        remember();
        history = history.plusSuffix(suffix);
    }

    /** Sets metadata.name with the quoting that stands there. */
    public void setName(String name) {
        setMeta("name", name);
    }

    /** Sets metadata.namespace, or removes it when empty. */
    public void setNamespace(String namespace) {
        if (namespace.isEmpty()) {
            setNode(node().withoutPath("metadata", "namespace"));
        } else {
            setMeta("namespace", namespace);
        }
    }

    private void setMeta(String key, String text) {
        MapNode meta = node().findMap("metadata");
        setNode(node().with("metadata", meta.with(key, Scalars.inPlaceOf(meta.get(key), text))));
    }

    /** Sets the kind. */
    public void setKind(String kind) {
        setNode(node().with("kind", Scalars.inPlaceOf(node().get("kind"), kind)));
    }

    /** The labels with the texts of their values. */
    public Map<String, String> labels() {
        return Metadata.texts(node(), "labels");
    }

    /** The annotations with the texts of their values. */
    public Map<String, String> annotations() {
        return Metadata.texts(node(), "annotations");
    }

    /** Replaces the annotations; none removes the field. */
    public void setAnnotations(Map<String, String> annotations) {
        setNode(Metadata.with(node(), "annotations", annotations));
    }

    /** Replaces the labels; none removes the field. */
    public void setLabels(Map<String, String> labels) {
        setNode(Metadata.with(node(), "labels", labels));
    }

    /** What a generator wants when an object of that name is there: empty for its default. */
    public String behavior() {
        return behavior == null ? "" : behavior;
    }

    /** Makes this a generated object. */
    public void setGenerated(String wantedBehavior, boolean hash) {
        behavior = wantedBehavior;
        needsHash = hash;
    }

    /** Whether the name ends in a hash of the content at the end of the build. */
    public boolean needsHash() {
        return needsHash
                || "enabled".equals(Scalars.text(node().find("metadata", "annotations", BuildAnnotations.NEEDS_HASH)));
    }

    /** Whether a chart made the object, which then has its namespace from there. */
    public boolean isHelmGenerated() {
        return "true".equals(Scalars.text(node().find("metadata", "annotations", BuildAnnotations.HELM_GENERATED)));
    }

    void setNeedsHash(boolean wanted) {
        needsHash = wanted;
    }

    /** Lets this patch change names, kinds, or both. */
    public void allow(boolean nameChange, boolean kindChange) {
        nameChangeAllowed |= nameChange;
        kindChangeAllowed |= kindChange;
    }

    /** Whether this patch may change the name of its target. */
    public boolean nameChangeAllowed() {
        return nameChangeAllowed;
    }

    /** Whether this patch may change the kind of its target. */
    public boolean kindChangeAllowed() {
        return kindChangeAllowed;
    }

    /** Notes that another object refers to this one. */
    public void addReferredBy(ResId id) {
        List<String> more = new ArrayList<>(referredBy);
        more.add(id.toString());
        referredBy = more;
    }

    /** Names of the variables whose source this object is. */
    public List<String> vars() {
        return vars;
    }

    /** Makes this object the source of a variable. */
    public void addVar(String name) {
        List<String> more = new ArrayList<>(vars);
        more.add(name);
        vars = more;
    }

    void setVars(List<String> names) {
        vars = List.copyOf(names);
    }

    /** The tree with the memory of names in its annotations, as kustomize shows it in messages. */
    public MapNode withBuildAnnotations() {
        return MemoryAnnotations.in(node(), history, referredBy, behavior, needsHash);
    }

    /** Takes away what the build keeps in annotations, and more; annotation values become strings. */
    public void cleanAnnotations(List<String> more) {
        Map<String, String> annotations = annotations();
        annotations.keySet().removeAll(BuildAnnotations.REMOVED);
        more.forEach(annotations::remove);
        setAnnotations(annotations);
    }

    /** Notes why the object cannot be printed, null when it can. */
    public void setUnprintable(@Nullable String problem) {
        unprintable = problem;
    }

    /**
     * The object as it is printed.
     *
     * @throws KustomizeException when something in it cannot be
     */
    public MapNode printable() {
        String problem = unprintable;
        if (problem != null) {
            boolean keys = problem.equals(GoDump.UNSUPPORTED);
            throw new KustomizeException(keys ? GoDump.of(node()) + ": " + problem : problem, node().location());
        }
        return (MapNode) OutputTree.of(node());
    }

    /** Another object with the same content and memory. */
    public Resource copy() {
        Resource copy = new Resource(clock, node(), history);
        copy.behavior = behavior;
        copy.needsHash = needsHash;
        copy.nameChangeAllowed = nameChangeAllowed;
        copy.kindChangeAllowed = kindChangeAllowed;
        copy.referredBy = referredBy;
        copy.vars = vars;
        copy.unprintable = unprintable;
        return copy;
    }

    /** Compact JSON of the object with its build annotations. */
    @Override
    public String toString() {
        return dev.drydock.yaml.JsonWriter.go(OutputTree.of(withBuildAnnotations()));
    }
}
