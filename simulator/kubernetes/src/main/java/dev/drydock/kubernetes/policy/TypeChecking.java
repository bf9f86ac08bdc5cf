package dev.drydock.kubernetes.policy;

import dev.drydock.cel.check.TypeProvider;
import dev.drydock.cel.schema.DeclaredType;
import dev.drydock.cel.schema.DeclaredTypes;
import dev.drydock.cel.type.CelType;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds the expressions of a validating policy against the schemas of the kinds that it names, and warns
 * (apiserver, policy/validating/typechecking.go).
 */
public final class TypeChecking {

    private static final int MOST_KINDS = 10;

    private final Discovery discovery;
    private final Function<GroupVersionKind, @Nullable MapNode> customSchemas;
    private final ExpandedSchemas schemas = new ExpandedSchemas();

    /**
     * Checks for a server.
     *
     * @param customSchemas the schema of a custom kind, or null for other kinds
     */
    public TypeChecking(Discovery discovery, Function<GroupVersionKind, @Nullable MapNode> customSchemas) {
        this.discovery = discovery;
        this.customSchemas = customSchemas;
    }

    /** The warnings of a policy as its status has them. */
    public ListNode warnings(MapNode policy) {
        Map<GroupVersionKind, DeclaredType> kinds = new HashMap<>();
        List<GroupVersionKind> order = new ArrayList<>();
        for (GroupVersionKind kind : kinds(policy)) {
            DeclaredType type = type(kind);
            if (type != null) {
                kinds.put(kind, type);
                order.add(kind);
            }
        }
        List<Node> warnings = new ArrayList<>();
        List<Node> validations = policy.findList("spec", "validations").items();
        for (int i = 0; i < validations.size(); i++) {
            for (String field : List.of("expression", "messageExpression")) {
                String expression = validations.get(i).findText(field);
                String warning = expression.isEmpty() ? "" : check(policy, expression, order, kinds);
                if (!warning.isEmpty()) {
                    warnings.add(MapNode.of("fieldRef", "spec.validations[" + i + "]." + field, "warning", warning));
                }
            }
        }
        return ListNode.of(warnings);
    }

    private String check(
            MapNode policy,
            String expression,
            List<GroupVersionKind> order,
            Map<GroupVersionKind, DeclaredType> kinds) {
        List<String> messages = new ArrayList<>();
        DeclaredType params = params(policy);
        for (GroupVersionKind kind : order) {
            PolicyExpressions expressions = expressions(policy, kinds.get(kind), params);
            String errors = expressions.check(expression);
            if (!errors.isEmpty()) {
                messages.add(kind.group() + "/" + kind.version() + ", Kind=" + kind.kind() + ": " + errors + "\n");
            }
        }
        return String.join("\n", messages);
    }

    private static PolicyExpressions expressions(
            MapNode policy, @Nullable DeclaredType object, @Nullable DeclaredType params) {
        Map<String, CelType> types = new HashMap<>();
        List<DeclaredType> declared = new ArrayList<>();
        if (object != null) {
            types.put("object", object.type());
            declared.add(object);
        }
        if (params != null) {
            types.put("params", params.type());
            declared.add(params);
        }
        TypeProvider provider = DeclaredTypes.of(declared.toArray(new DeclaredType[0]));
        boolean hasParams = !policy.findMap("spec", "paramKind").isEmpty();
        PolicyExpressions expressions = PolicyExpressions.typed(hasParams, types, provider);
        for (Node variable : policy.findList("spec", "variables")) {
            expressions.checkVariable(variable.findText("name"), variable.findText("expression"));
        }
        return expressions;
    }

    private @Nullable DeclaredType params(MapNode policy) {
        MapNode paramKind = policy.findMap("spec", "paramKind");
        return paramKind.isEmpty()
                ? null
                : type(GroupVersionKind.of(paramKind.findText("apiVersion"), paramKind.findText("kind")));
    }

    private @Nullable DeclaredType type(GroupVersionKind kind) {
        MapNode custom = customSchemas.apply(kind);
        Node schema = custom == null ? schemas.of(kind) : schemas.ofCustom(custom);
        return schema == null ? null : dev.drydock.cel.schema.SchemaTypes.of(schema, true, kind.kind());
    }

    /** The kinds that the rules name outright, sorted; of each rule no more than upstream looks at. */
    private List<GroupVersionKind> kinds(MapNode policy) {
        List<GroupVersionKind> kinds = new ArrayList<>();
        for (Node rule : policy.findList("spec", "matchConstraints", "resourceRules")) {
            if (!addKinds(rule, kinds)) {
                break;
            }
        }
        kinds.sort(Comparator.comparing(GroupVersionKind::group)
                .thenComparing(GroupVersionKind::version)
                .thenComparing(GroupVersionKind::kind));
        return kinds;
    }

    /** Returns whether further rules are looked at. */
    private boolean addKinds(Node rule, List<GroupVersionKind> kinds) {
        List<String> groups = rule.findList("apiGroups").strings();
        List<String> versions = rule.findList("apiVersions").strings();
        if (any(groups, "*") || any(versions, "*")) {
            return true;
        }
        int count = 0;
        for (String group : new TreeSet<>(groups)) {
            for (String version : new TreeSet<>(versions)) {
                for (String resource : new TreeSet<>(rule.findList("resources").strings())) {
                    for (GroupVersionKind kind : kindsOf(group, version, resource)) {
                        if (!kinds.contains(kind)) {
                            kinds.add(kind);
                        }
                        if (++count == MOST_KINDS) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /** An empty group is any group to the mapper upstream. */
    private List<GroupVersionKind> kindsOf(String group, String version, String resource) {
        return discovery.all().stream()
                .filter(each -> each.resource().resource().equals(resource)
                        && each.resource().version().equals(version)
                        && (group.isEmpty() || each.resource().group().equals(group)))
                .map(ApiResource::kind)
                .toList();
    }

    private static boolean any(List<String> values, String part) {
        return values.stream().anyMatch(value -> value.contains(part));
    }
}
