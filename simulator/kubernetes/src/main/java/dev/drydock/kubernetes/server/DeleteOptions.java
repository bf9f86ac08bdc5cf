package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.decode.DecodingException;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a deletion (apimachinery/pkg/apis/meta/v1 DeleteOptions and their validation). */
final class DeleteOptions {

    private static final GroupVersionKind KIND = new GroupVersionKind("meta.k8s.io", "v1", "DeleteOptions");
    private static final List<String> POLICIES = List.of("Background", "Foreground", "Orphan", "nil");

    /** No options at all. */
    static final DeleteOptions NONE = new DeleteOptions(MapNode.EMPTY);

    private final MapNode options;

    private DeleteOptions(MapNode options) {
        this.options = options;
    }

    /** The options in the body of a request. */
    static DeleteOptions of(Call call) {
        MapNode options = call.request().body().map(DeleteOptions::read).orElse(MapNode.EMPTY);
        FieldErrors errors = problems(options);
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toStatus(KIND, ""));
        }
        return new DeleteOptions(options);
    }

    private static MapNode read(RequestBody body) {
        try {
            Node node = body instanceof RequestBody.Value value
                    ? value.node()
                    : YamlReader.parseFirst(((RequestBody.Text) body).text(), "body", YamlMode.KUBERNETES)
                            .document();
            MapNode given = node instanceof MapNode map ? map : MapNode.EMPTY;
            return Decoder.readStruct(given, "meta.DeleteOptions");
        } catch (YamlException e) {
            throw new RefusedException(Statuses.badRequest(e.upstream()));
        } catch (DecodingException e) {
            throw new RefusedException(Statuses.badRequest(e.words()));
        }
    }

    private static FieldErrors problems(MapNode options) {
        FieldErrors errors = new FieldErrors();
        Node policy = options.get("propagationPolicy");
        if (options.has("orphanDependents") && policy != null) {
            errors.add(FieldError.invalid(
                    "propagationPolicy", policy, "orphanDependents and deletionPropagation cannot be both set"));
        }
        String name = options.findText("propagationPolicy");
        if (policy != null && (name.equals("nil") || !POLICIES.contains(name))) {
            errors.add(FieldError.notSupported(
                    "propagationPolicy", policy, List.of("Foreground", "Background", "Orphan", "nil")));
        }
        errors.addAll(OptionErrors.dryRun(options.findList("dryRun")));
        return errors;
    }

    /** The grace period, or null. */
    @Nullable
    Long gracePeriodSeconds() {
        return options.findLong("gracePeriodSeconds");
    }

    /** Whether nothing is to be deleted. */
    boolean isDryRun() {
        return !options.findList("dryRun").isEmpty();
    }

    /** Whether the deprecated option says that dependents are not to be orphaned. */
    boolean refusesOrphans() {
        return ScalarNode.FALSE.equals(options.get("orphanDependents"));
    }

    /** Whether it is left to the kind what becomes of dependents. */
    boolean leavesDependentsToDefault() {
        return !options.has("propagationPolicy") && !options.has("orphanDependents");
    }

    /** The finalizers of an object that is to be deleted so, those of the garbage collector included. */
    List<String> finalizers(List<String> old, boolean orphanByDefault) {
        String policy = options.findText("propagationPolicy");
        Node orphanDependents = options.get("orphanDependents");
        boolean orphan;
        boolean foreground;
        if (orphanDependents != null) {
            orphan = options.isTrue("orphanDependents");
            foreground = false;
        } else if (!policy.isEmpty()) {
            orphan = policy.equals("Orphan");
            foreground = policy.equals("Foreground");
        } else {
            String first = old.stream()
                    .filter(finalizer -> finalizer.equals("orphan") || finalizer.equals("foregroundDeletion"))
                    .findFirst()
                    .orElse("");
            foreground = first.equals("foregroundDeletion");
            orphan = first.equals("orphan") || (first.isEmpty() && orphanByDefault);
        }
        List<String> finalizers = new ArrayList<>(old);
        finalizers.removeIf(finalizer -> finalizer.equals("orphan") || finalizer.equals("foregroundDeletion"));
        if (orphan) {
            finalizers.add("orphan");
        }
        if (foreground) {
            finalizers.add("foregroundDeletion");
        }
        return finalizers;
    }

    /** Refuses a deletion that was meant for another state of the object; the resource is named by its kind here. */
    void check(GroupVersionKind kind, MapNode live) {
        GroupVersionResource byKind = new GroupVersionResource(kind.group(), kind.version(), kind.kind());
        String name = live.findText("metadata", "name");
        refuse(
                byKind,
                live,
                name,
                "uid",
                "the UID in the precondition (%s) does not match the UID in record (%s). The"
                        + " object might have been deleted and then recreated");
        refuse(
                byKind,
                live,
                name,
                "resourceVersion",
                "the ResourceVersion in the precondition (%s) does not match the"
                        + " ResourceVersion in record (%s). The object might have been modified");
    }

    /** The same of a namespace, whose storage has words of its own. */
    void checkOfNamespace(GroupVersionResource resource, MapNode live) {
        String name = live.findText("metadata", "name");
        refuse(resource, live, name, "uid", "Precondition failed: UID in precondition: %s, UID in object meta: %s");
        refuse(
                resource,
                live,
                name,
                "resourceVersion",
                "Precondition failed: ResourceVersion in precondition: %s, ResourceVersion in object meta: %s");
    }

    private void refuse(GroupVersionResource resource, MapNode live, String name, String field, String text) {
        String wanted = options.findString("preconditions", field);
        String found = live.findText("metadata", field);
        if (wanted != null && !wanted.equals(found)) {
            throw new RefusedException(Statuses.conflict(resource, name, String.format(text, wanted, found)));
        }
    }
}
