package dev.drydock.kustomize.nameref;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.config.NameReference;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecFilter;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets fields that name other objects follow when those were renamed; follows filters/nameref and
 * accumulator/namereferencetransformer.go.
 */
public final class NameReferences implements Transformer {

    private final List<NameReference> rules;

    /** A transformer under these rules. */
    public NameReferences(List<NameReference> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A field that may name an object of the referral kind. */
    private record Rule(Gvk referral, FieldSpec field, List<String> steps) {}

    @Override
    public void transform(ResourceMap resources) {
        Candidates candidates = new Candidates(resources.resources());
        Map<String, List<Rule>> fittingByKind = new HashMap<>();
        List<Rule> all = new ArrayList<>();
        for (NameReference rule : rules) {
            for (FieldSpec field : rule.referrers().specs()) {
                all.add(new Rule(rule.referral(), field, FieldSpecFilter.steps(field)));
            }
        }
        for (Resource referrer : resources.resources()) {
            Gvk gvk = referrer.originalId().gvk();
            List<Rule> fitting = fittingByKind.computeIfAbsent(
                    gvk.toString(),
                    k -> all.stream()
                            .filter(rule -> gvk.isSelectedBy(rule.field().gvk()))
                            .toList());
            Candidates.View view = candidates.seenBy(referrer);
            for (Rule rule : fitting) {
                apply(referrer, rule, view);
            }
        }
    }

    private static void apply(Resource referrer, Rule rule, Candidates.View view) {
        FieldSpec field = rule.field();
        FieldSpec exact = new FieldSpec(referrer.gvk(), field.path(), false);
        boolean roleRef = field.path().endsWith("roleRef/name");
        Referral referral = new Referral(referrer, rule.referral(), roleRef, view);
        try {
            MapNode changed = FieldSpecFilter.of(exact, rule.steps(), node -> set(node, referral))
                    .apply(referrer.node());
            referrer.setNode(changed);
        } catch (KustomizeException e) {
            throw e.prefixed(
                    "updating name reference in '" + field.path() + "' field of '" + referrer.currentId() + "'");
        }
    }

    private static Node set(Node node, Referral referral) {
        if (node instanceof ListNode list) {
            return list.map(item -> {
                if (item instanceof ListNode) {
                    throw new KustomizeException(item + " is expected to be either a string or a map of string");
                }
                return set(item, referral);
            });
        }
        if (node instanceof MapNode map) {
            return inMap(map, referral);
        }
        return node.isNull() ? node : scalar((ScalarNode) node, referral);
    }

    private static Node scalar(ScalarNode old, Referral referral) {
        Resource found = referral.byName(old.text());
        if (found == null || found.name().equals(old.text())) {
            return old;
        }
        return Scalars.inPlaceOf(old, found.name());
    }

    private static MapNode inMap(MapNode map, Referral referral) {
        Node name = map.get("name");
        if (name == null) {
            throw new KustomizeException("path config error; no 'name' field in node", map.location());
        }
        String old = Scalars.text(name);
        Node namespace = map.get("namespace");
        Resource found = referral.byNameAndNamespace(old, namespace == null ? null : Scalars.text(namespace));
        if (found == null || (found.name().equals(old) && found.namespace().isEmpty())) {
            return map;
        }
        MapNode changed = map.with("name", Scalars.inPlaceOf(name, found.name()));
        return found.namespace().isEmpty()
                ? changed
                : changed.with("namespace", Scalars.inPlaceOf(namespace, found.namespace()));
    }
}
