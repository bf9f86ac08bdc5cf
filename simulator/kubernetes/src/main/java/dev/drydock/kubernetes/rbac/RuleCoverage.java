package dev.drydock.kubernetes.rbac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether rules cover other rules. The wanted rules are broken down to atoms, each of one verb on one thing; then each atom
 * is covered by a single rule of the owner or by none (upstream {@code policy_comparator.go}).
 */
final class RuleCoverage {

    private RuleCoverage() {}

    /** The atoms of the wanted rules that no owned rule covers, in their order. */
    static List<PolicyRule> missing(List<PolicyRule> owned, List<PolicyRule> wanted) {
        List<PolicyRule> missing = new ArrayList<>();
        for (PolicyRule rule : wanted) {
            for (PolicyRule atom : rule.atoms()) {
                if (owned.stream().noneMatch(held -> held.covers(atom))) {
                    missing.add(atom);
                }
            }
        }
        return missing;
    }

    /** Missing atoms as the server lists them: verbs on the same thing gathered, lines distinct and sorted. */
    static String describe(List<PolicyRule> missing) {
        return compact(missing).stream()
                .map(PolicyRule::compact)
                .distinct()
                .sorted(RuleCoverage::compareBytes)
                .collect(Collectors.joining("\n"));
    }

    /** Upstream {@code policy_compact.go}: atoms about resources are gathered by thing, those about URLs are not. */
    static List<PolicyRule> compact(List<PolicyRule> atoms) {
        List<PolicyRule> urls = new ArrayList<>();
        Map<PolicyRule, List<String>> verbs = new LinkedHashMap<>();
        for (PolicyRule atom : atoms) {
            if (atom.nonResourceUrls().isEmpty()) {
                verbs.computeIfAbsent(withVerbs(atom, List.of()), thing -> new ArrayList<>())
                        .addAll(atom.verbs());
            } else {
                urls.add(atom);
            }
        }
        List<PolicyRule> compacted = new ArrayList<>(urls);
        verbs.forEach((thing, all) -> compacted.add(withVerbs(thing, all)));
        return compacted;
    }

    private static PolicyRule withVerbs(PolicyRule rule, List<String> verbs) {
        return new PolicyRule(verbs, rule.apiGroups(), rule.resources(), rule.resourceNames(), rule.nonResourceUrls());
    }

    /** Go sorts strings by their bytes, which is the order of code points. */
    private static int compareBytes(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
