package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.store.PersistentMap;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * All roles and bindings of a cluster at one revision, with the bindings found by subject. A value: a change gives another
 * policy that shares nearly everything with this one.
 *
 * <p>Bindings of one scope are read in the order user, then groups as the user has them, then by name. The real server reads
 * them in no fixed order.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class RbacPolicy {

    /** The API group of roles and bindings. */
    public static final String GROUP = "rbac.authorization.k8s.io";

    /** The policy without roles and bindings. */
    public static final RbacPolicy EMPTY =
            new RbacPolicy(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

    private static final Grant[] NONE = {};

    private final PersistentMap<NamespacedName, RoleContent> roles;
    private final PersistentMap<NamespacedName, Binding> bindings;
    private final PersistentMap<SubjectKey, Grant[]> grants;

    private RbacPolicy(
            PersistentMap<NamespacedName, RoleContent> roles,
            PersistentMap<NamespacedName, Binding> bindings,
            PersistentMap<SubjectKey, Grant[]> grants) {
        this.roles = roles;
        this.bindings = bindings;
        this.grants = grants;
    }

    /** This policy after an object of the RBAC group was written; objects of other kinds change nothing. */
    public RbacPolicy with(MapNode object) {
        NamespacedName id = NamespacedName.of(object);
        return switch (kind(object)) {
            case "Role", "ClusterRole" ->
                new RbacPolicy(roles.with(id, new RoleContent(PolicyRule.rulesOf(object))), bindings, grants);
            case "RoleBinding", "ClusterRoleBinding" -> withoutBinding(id).plus(Binding.of(id, object));
            default -> this;
        };
    }

    /** This policy after an object of the RBAC group was deleted. */
    public RbacPolicy without(MapNode object) {
        NamespacedName id = NamespacedName.of(object);
        return switch (kind(object)) {
            case "Role", "ClusterRole" -> new RbacPolicy(roles.without(id), bindings, grants);
            case "RoleBinding", "ClusterRoleBinding" -> withoutBinding(id);
            default -> this;
        };
    }

    private static String kind(MapNode object) {
        return object.findText("kind");
    }

    private RbacPolicy plus(Binding binding) {
        PersistentMap<SubjectKey, Grant[]> next = grants;
        for (int i = 0; i < binding.subjects().size(); i++) {
            SubjectKey key = binding.subjects().get(i).key(binding.namespace());
            if (key != null) {
                Grant[] there = grantsOf(next, key);
                Grant[] more = Arrays.copyOf(there, there.length + 1);
                more[there.length] = Grant.of(binding, i);
                Arrays.sort(
                        more,
                        Comparator.comparing((Grant g) -> g.binding().id()).thenComparing(Grant::subject));
                next = next.with(key, more);
            }
        }
        return new RbacPolicy(roles, bindings.with(binding.id(), binding), next);
    }

    private RbacPolicy withoutBinding(NamespacedName id) {
        Binding old = bindings.get(id);
        if (old == null) {
            return this;
        }
        PersistentMap<SubjectKey, Grant[]> next = grants;
        for (Subject subject : old.subjects()) {
            SubjectKey key = subject.key(old.namespace());
            if (key != null) {
                Grant[] rest = Arrays.stream(grantsOf(next, key))
                        .filter(grant -> !grant.binding().id().equals(id))
                        .toArray(Grant[]::new);
                next = rest.length == 0 ? next.without(key) : next.with(key, rest);
            }
        }
        return new RbacPolicy(roles, bindings.without(id), next);
    }

    private static Grant[] grantsOf(PersistentMap<SubjectKey, Grant[]> grants, SubjectKey key) {
        Grant[] there = grants.get(key);
        return there == null ? NONE : there;
    }

    /** All bindings, sorted by namespace and name, the cluster-wide ones first. */
    public List<Binding> bindings() {
        List<Binding> all = bindings.values();
        all.sort(Comparator.comparing(Binding::id));
        return all;
    }

    /**
     * Shows the visitor every binding of a user that holds in a namespace until it answers no: all ClusterRoleBindings first,
     * then, if the namespace is not empty, its RoleBindings (upstream {@code validation/rule.go VisitRulesFor}).
     */
    void visitGrants(UserInfo user, String namespace, Predicate<Grant> visitor) {
        if (visitScope(user, "", visitor) && !namespace.isEmpty()) {
            visitScope(user, namespace, visitor);
        }
    }

    private boolean visitScope(UserInfo user, String scope, Predicate<Grant> visitor) {
        if (!visitGrants(new SubjectKey(scope, false, user.name()), user, visitor)) {
            return false;
        }
        List<String> groups = user.groups();
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            if (groups.indexOf(group) == i && !visitGrants(new SubjectKey(scope, true, group), user, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean visitGrants(SubjectKey key, UserInfo user, Predicate<Grant> visitor) {
        for (Grant grant : grantsOf(grants, key)) {
            if (grant.isFirstFor(user) && !visitor.test(grant)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    RoleContent contentOf(RoleRef ref, String bindingNamespace) {
        return switch (ref.kind()) {
            case "Role" ->
                bindingNamespace.isEmpty() ? null : roles.get(new NamespacedName(bindingNamespace, ref.name()));
            case "ClusterRole" -> roles.get(new NamespacedName("", ref.name()));
            default -> null;
        };
    }

    static String resolutionError(RoleRef ref) {
        return switch (ref.kind()) {
            case "Role" -> "role." + GROUP + " " + GoQuote.quote(ref.name()) + " not found";
            case "ClusterRole" -> "clusterrole." + GROUP + " " + GoQuote.quote(ref.name()) + " not found";
            default -> "unsupported role reference kind: " + GoQuote.quote(ref.kind());
        };
    }

    /** The rules of a role that a binding in a namespace (empty: cluster-wide) references, empty when there is no such role. */
    public Optional<List<PolicyRule>> resolve(RoleRef ref, String bindingNamespace) {
        return Optional.ofNullable(contentOf(ref, bindingNamespace)).map(RoleContent::rules);
    }

    /** Every rule that applies to a user in a namespace, with the errors met on the way; bindings in the order of their names. */
    public EffectiveRules rulesFor(UserInfo user, String namespace) {
        return collect(user, namespace, RbacPolicy::resolutionError);
    }

    /**
     * The same as the checks of writes read them: they ask the storage with the context of the request, so that a missing role
     * is told as an object of the request's resource.
     */
    EffectiveRules rulesFor(UserInfo user, String namespace, GroupVersionResource asked) {
        return collect(user, namespace, ref -> EscalationCheck.notFound(asked, ref.name()));
    }

    private EffectiveRules collect(UserInfo user, String namespace, Function<RoleRef, String> error) {
        List<Binding> applying = new ArrayList<>();
        visitGrants(user, namespace, grant -> applying.add(grant.binding()));
        applying.sort(Comparator.comparing(Binding::id));
        List<PolicyRule> rules = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (Binding binding : applying) {
            RoleContent found = contentOf(binding.roleRef(), binding.namespace());
            if (found == null) {
                errors.add(error.apply(binding.roleRef()));
            } else {
                rules.addAll(found.rules());
            }
        }
        return new EffectiveRules(rules, errors);
    }
}
