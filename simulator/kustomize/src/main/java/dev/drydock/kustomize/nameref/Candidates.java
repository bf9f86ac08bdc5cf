package dev.drydock.kustomize.nameref;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects that names may mean, found by the names they had. */
final class Candidates {

    private final Map<String, List<Resource>> byPreviousName = new HashMap<>();
    private final Map<String, Set<String>> nowByOriginalNamespace = new HashMap<>();

    Candidates(List<Resource> resources) {
        for (Resource resource : resources) {
            Set<String> now = nowByOriginalNamespace.computeIfAbsent(
                    resource.originalId().effectiveNamespace(), n -> new HashSet<>());
            now.add(resource.currentId().effectiveNamespace());
            now.add(resource.namespace());
            for (ResId id : resource.previousIds()) {
                List<Resource> found = byPreviousName.computeIfAbsent(id.name(), n -> new java.util.ArrayList<>(1));
                if (found.isEmpty() || found.get(found.size() - 1) != resource) {
                    found.add(resource);
                }
            }
        }
    }

    /** What one object can refer to. */
    final class View {
        private final Resource referrer;
        private final Set<String> namespaces;

        private View(Resource referrer, Set<String> namespaces) {
            this.referrer = referrer;
            this.namespaces = namespaces;
        }

        /** Whether something that can be referred to came from a namespace. */
        boolean knowsOriginal(String namespace) {
            Set<String> now = nowByOriginalNamespace.getOrDefault(namespace, Set.of());
            ResId from = referrer.currentId();
            return from.clusterScoped()
                    ? !now.isEmpty()
                    : now.contains(from.effectiveNamespace()) || now.stream().anyMatch(namespaces::contains);
        }

        /** The objects that had a name, in order. */
        List<Resource> named(String name) {
            List<Resource> found = byPreviousName.get(name);
            if (found == null) {
                return List.of();
            }
            ResId from = referrer.currentId();
            if (from.clusterScoped()) {
                return found;
            }
            return found.stream()
                    .filter(r -> r.currentId().clusterScoped()
                            || r.currentId().effectiveNamespace().equals(from.effectiveNamespace())
                            || namespaces.contains(r.namespace()))
                    .toList();
        }
    }

    /**
     * What an object can refer to: cluster-scoped objects, those of its namespace, and for a RoleBinding those of the
     * namespaces of its accounts.
     *
     * @throws KustomizeException for an account whose namespace is blank
     */
    View seenBy(Resource referrer) {
        Set<String> namespaces = new HashSet<>();
        boolean binding =
                referrer.kind().equals("RoleBinding") && !referrer.currentId().clusterScoped();
        if (binding && referrer.node().get("subjects") instanceof ListNode subjects) {
            for (Node subject : subjects) {
                if (subject instanceof MapNode map
                        && map.has("namespace")
                        && Scalars.text(map.get("kind")).equals("ServiceAccount")) {
                    if (map.get("namespace") instanceof ScalarNode scalar && scalar.isString()) {
                        namespaces.add(scalar.stringValue());
                    } else {
                        throw new KustomizeException("Invalid Input: namespace is blank for resource "
                                + GoQuote.quote(referrer.currentId().toString()) + "\n");
                    }
                }
            }
        }
        return new View(referrer, namespaces);
    }
}
