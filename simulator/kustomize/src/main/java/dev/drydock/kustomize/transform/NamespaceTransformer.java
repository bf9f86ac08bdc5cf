package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Lookup;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecFilter;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.fieldspec.Setters;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Moves objects into a namespace; follows filters/namespace/namespace.go with its special cases. */
public final class NamespaceTransformer implements Transformer {

    private static final FieldSpec META_NAMESPACE = FieldSpec.created("metadata/namespace");

    private final String namespace;
    private final List<FieldSpec> specs;
    private final String subjects;
    private final UnaryOperator<Node> setter;

    /**
     * A transformer into a namespace.
     *
     * @param unsetOnly whether only absent or empty values are set
     * @param subjects which subjects of role bindings follow: {@code defaultOnly}, {@code allServiceAccounts}, {@code
     *     none}, or empty for the first
     * @throws KustomizeException for another word
     */
    public NamespaceTransformer(String namespace, FieldSpecs specs, boolean unsetOnly, String subjects) {
        this.namespace = namespace;
        this.specs = specs.specs();
        this.subjects = subjects;
        this.setter = unsetOnly ? Setters.stringIfEmpty(namespace) : Setters.string(namespace);
        if (!List.of("", "defaultOnly", "allServiceAccounts", "none").contains(subjects)) {
            throw new KustomizeException(
                    "invalid value " + GoQuote.quote(subjects)
                            + " for setRoleBindingSubjects: must be one of \"defaultOnly\", \"none\" or \"allServiceAccounts\"");
        }
    }

    @Override
    public void transform(ResourceMap resources) {
        if (namespace.isEmpty()) {
            return;
        }
        List<Resource> all = resources.resources();
        Map<ResId.Key, Integer> counts = new HashMap<>();
        all.forEach(r -> counts.merge(r.currentId().key(), 1, Integer::sum));
        for (Resource resource : all) {
            if (resource.isEmpty() || resource.isHelmGenerated()) {
                continue;
            }
            resource.storePreviousId();
            ResId.Key before = resource.currentId().key();
            resource.setNode(moved(resource.node(), resource.currentId().clusterScoped()));
            ResId.Key after = resource.currentId().key();
            if (!before.equals(after)) {
                counts.merge(before, -1, Integer::sum);
                counts.merge(after, 1, Integer::sum);
            }
            if (counts.getOrDefault(after, 0) != 1) {
                List<Resource> same = all.stream()
                        .filter(r -> r.currentId().key().equals(after))
                        .toList();
                throw new KustomizeException(
                        "namespace transformation produces ID conflict: " + ResourceMap.texts(same),
                        resource.node().location());
            }
        }
    }

    /** The object in the namespace; its kind may forbid a namespace of its own. */
    public MapNode moved(MapNode object, boolean clusterScoped) {
        MapNode moved = object;
        String kind = Scalars.text(object.get("kind"));
        boolean core = Scalars.text(object.get("apiVersion")).equals("v1");
        if (!clusterScoped) {
            moved = FieldSpecFilter.of(META_NAMESPACE, setter, Kind.SCALAR).apply(moved);
        }
        boolean binding = kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
        if (binding) {
            moved = subjects(moved);
        }
        try {
            for (FieldSpec spec : specs) {
                boolean special = spec.path().equals("metadata/namespace")
                        || (!core && spec.path().equals("metadata/name"))
                        || (binding
                                && spec.path().equals("subjects/namespace")
                                && isBinding(spec.gvk().kind()));
                if (!special) {
                    moved = FieldSpecFilter.of(spec, setter, Kind.SCALAR).apply(moved);
                }
            }
        } catch (KindErrors.WrongKindException e) {
            throw e.actual() == Kind.SCALAR
                    ? e.prefixed("namespace transformation failed")
                    : e.prefixed("namespace field specs must target scalar nodes");
        } catch (KustomizeException e) {
            throw e.prefixed("namespace transformation failed");
        }
        return moved;
    }

    private static boolean isBinding(String kind) {
        return kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
    }

    private MapNode subjects(MapNode binding) {
        Node list = binding.get("subjects");
        if (subjects.equals("none") || list == null || list.isNull()) {
            return binding;
        }
        boolean accounts = subjects.equals("allServiceAccounts");
        try {
            KindErrors.require(list, Kind.LIST);
            return binding.with("subjects", ((ListNode) list).map(subject -> subject(subject, accounts)));
        } catch (KustomizeException e) {
            throw e.prefixed("setting namespace on (cluster)role binding subjects");
        }
    }

    private Node subject(Node subject, boolean accounts) {
        String field = accounts ? "kind" : "name";
        Node value;
        try {
            value = Lookup.field(subject, field);
        } catch (KustomizeException e) {
            throw e.prefixed("looking up " + field + " on (cluster)role binding subject");
        }
        if (value == null || !Scalars.value(value).equals(accounts ? "ServiceAccount" : "default")) {
            return subject;
        }
        MapNode map = (MapNode) subject;
        Node old = map.get("namespace");
        return map.with("namespace", setter.apply(old == null ? ScalarNode.of("") : old));
    }
}
