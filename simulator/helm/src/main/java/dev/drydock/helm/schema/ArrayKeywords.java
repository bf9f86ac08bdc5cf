package dev.drydock.helm.schema;

import dev.drydock.helm.value.GoList;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The keywords for arrays. */
final class ArrayKeywords {

    private final Dialect dialect;
    private final Subschemas subschemas;

    ArrayKeywords(Dialect dialect, Subschemas subschemas) {
        this.dialect = dialect;
        this.subschemas = subschemas;
    }

    void check(Visit visit, GoList list) {
        Counts.check(visit, "minItems", "maxItems", list.size());
        if (visit.keywords().isTrue("uniqueItems")) {
            unique(visit, list);
        }
        items(visit, list);
        if (dialect.since(6)) {
            contains(visit, list);
        }
    }

    private static void unique(Visit visit, GoList list) {
        for (int i = 1; i < list.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Instance.equal(list.get(i), list.get(j))) {
                    visit.add("items at " + j + " and " + i + " are equal");
                    return;
                }
            }
        }
    }

    /** A list of {@code items} with {@code additionalItems} is what 2020-12 calls prefixItems and items. */
    private void items(Visit visit, GoList list) {
        MapNode keywords = visit.keywords();
        Node items = keywords.get("items");
        boolean tuple = !dialect.since(2020) && items instanceof ListNode;
        ListNode firsts = dialect.since(2020)
                ? keywords.findList("prefixItems")
                : tuple ? keywords.findList("items") : ListNode.EMPTY;
        int first = Math.min(firsts.size(), list.size());
        for (int i = 0; i < first; i++) {
            item(visit, firsts.get(i), list, i);
        }
        Node rest = tuple ? keywords.get("additionalItems") : items;
        if (tuple && rest instanceof ScalarNode scalar) {
            if (Boolean.FALSE.equals(scalar.value()) && first != list.size()) {
                visit.add("last " + Shown.count(list.size() - first) + " additionalItem(s) not allowed");
            }
        } else if (rest != null) {
            for (int i = first; i < list.size(); i++) {
                item(visit, rest, list, i);
            }
        }
    }

    private void item(Visit visit, Node schema, GoList list, int index) {
        visit.evaluated().item(index);
        visit.add(subschemas.check(schema, list.get(index), visit.place(index)));
    }

    private void contains(Visit visit, GoList list) {
        Node wanted = visit.keywords().get("contains");
        if (wanted == null) {
            return;
        }
        List<Problem> failures = new ArrayList<>();
        List<Integer> matched = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Problem problem = subschemas.check(wanted, list.get(i), visit.place(i));
            if (problem == null) {
                matched.add(i);
                visit.evaluated().item(i);
            } else {
                failures.add(problem);
            }
        }
        Long least = dialect.since(2019) ? Counts.of(visit.keywords(), "minContains") : null;
        if (least != null && matched.size() < least) {
            String found = matched.isEmpty() ? "none matched" : matched(matched);
            visit.add("min " + Shown.count(least) + " items required to match contains schema, but " + found, failures);
        } else if (least == null && matched.isEmpty()) {
            visit.add("no items match contains schema", failures);
        }
        Long most = dialect.since(2019) ? Counts.of(visit.keywords(), "maxContains") : null;
        if (most != null && matched.size() > most) {
            visit.add("max " + Shown.count(most) + " items required to match contains schema, but " + matched(matched));
        }
    }

    private static String matched(List<Integer> items) {
        String places = items.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return "matched " + Shown.count(items.size()) + " items at " + places;
    }
}
