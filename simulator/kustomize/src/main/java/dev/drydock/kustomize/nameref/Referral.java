package dev.drydock.kustomize.nameref;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.resource.OutputTree;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlWriter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the object that a name in one field of one object means; selectReferral of filters/nameref/nameref.go. */
final class Referral {

    private final Resource referrer;
    private final Gvk wanted;
    private final boolean roleRef;
    private final Candidates.View view;

    Referral(Resource referrer, Gvk wanted, boolean roleRef, Candidates.View view) {
        this.referrer = referrer;
        this.wanted = wanted;
        this.roleRef = roleRef;
        this.view = view;
    }

    /** The object that a bare name means, or null. */
    @Nullable
    Resource byName(String name) {
        List<Resource> candidates = view.named(name);
        return candidates.isEmpty() ? null : select(candidates, Resource::name);
    }

    /**
     * The object that a name with a namespace means, or null.
     *
     * @param namespace null when there is none
     */
    @Nullable
    Resource byNameAndNamespace(String name, @Nullable String namespace) {
        List<Resource> candidates = view.named(name);
        if (namespace != null) {
            boolean original = view.knowsOriginal(namespace);
            candidates = candidates.stream()
                    .filter(r -> inNamespace(original ? r.originalId() : r.currentId(), namespace))
                    .toList();
        }
        return candidates.isEmpty() ? null : select(candidates, r -> r.name() + "\n" + r.namespace());
    }

    private static boolean inNamespace(dev.drydock.kustomize.identity.ResId id, String namespace) {
        String effective = id.effectiveNamespace();
        return effective.equals(namespace) && !effective.equals(dev.drydock.kustomize.identity.ResId.NOT_A_NAMESPACE);
    }

    private @Nullable Resource select(List<Resource> named, java.util.function.Function<Resource, String> identity) {
        List<Resource> left = sieve(named, r -> hadKind(r, wanted));
        if (roleRef) {
            Gvk role = roleRefKind();
            left = role == null ? left : sieve(left, r -> hadKind(r, role));
        }
        if (!referrer.currentId().clusterScoped()) {
            left = sieve(left, this::mayCross);
        }
        if (left.size() == 1) {
            return found(left.get(0));
        }
        left = sieve(left, r -> r.history().fits(referrer.history(), true));
        if (left.size() > 1) {
            left = sieve(left, r -> r.history().fits(referrer.history(), false));
        }
        if (left.isEmpty()) {
            return null;
        }
        if (left.size() == 1 || left.stream().map(identity).distinct().count() == 1) {
            return found(left.get(0));
        }
        throw ambiguous(left);
    }

    private Resource found(Resource resource) {
        resource.addReferredBy(referrer.currentId());
        return resource;
    }

    private static List<Resource> sieve(List<Resource> list, Predicate<Resource> keep) {
        return list.isEmpty() ? list : list.stream().filter(keep).toList();
    }

    private static boolean hadKind(Resource resource, Gvk kind) {
        return resource.previousIds().stream().anyMatch(id -> id.gvk().isSelectedBy(kind));
    }

    private @Nullable Gvk roleRefKind() {
        Node group = referrer.node().find("roleRef", "apiGroup");
        Node kind = referrer.node().find("roleRef", "kind");
        return group == null || kind == null ? null : new Gvk(Scalars.text(group), "", Scalars.text(kind));
    }

    private boolean mayCross(Resource candidate) {
        return candidate.currentId().clusterScoped()
                || candidate.kind().equals("ServiceAccount")
                || referrer.currentId()
                        .effectiveNamespace()
                        .equals(candidate.currentId().effectiveNamespace());
    }

    private KustomizeException ambiguous(List<Resource> left) {
        String ids = left.stream().map(r -> r.currentId().toString()).collect(Collectors.joining(", "));
        StringBuilder details =
                new StringBuilder("\n**** Too many possible referral targets to referrer:\n" + yaml(referrer) + "\n");
        for (int i = 0; i < left.size(); i++) {
            details.append("--- possible referral ")
                    .append(i)
                    .append(":\n")
                    .append(yaml(left.get(i)))
                    .append('\n');
        }
        return new KustomizeException("found multiple possible referrals: " + ids + "\n" + details);
    }

    private static String yaml(Resource resource) {
        return YamlWriter.write(OutputTree.of(resource.withBuildAnnotations()));
    }
}
