package dev.drydock.conformance.flux;

import dev.drydock.flux.ssa.Drift;
import dev.drydock.flux.ssa.IgnoreRuleException;
import dev.drydock.flux.ssa.IgnoreRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Comparator;
import java.util.List;

/** The operations of the part ssa about drift and ignored paths. */
final class SsaIgnoreAnswers {

    private SsaIgnoreAnswers() {}

    static Node drift(MapNode in) {
        return MapNode.of("drift", Drift.between(in.findMap("existing"), in.findMap("dryRun")));
    }

    static Node ignore(MapNode in) {
        IgnoreRules rules;
        try {
            rules = IgnoreRules.compile(rules(in.findList("rules")));
        } catch (IgnoreRuleException e) {
            return MapNode.of("driftWithoutRules", false, "drift", false, "action", "")
                    .with("error", String.valueOf(e.getMessage()));
        }
        MapNode existing = in.findMap("existing");
        MapNode dryRun = in.findMap("dryRun");
        boolean drift = rules.drift(existing, dryRun);
        MapNode answer = MapNode.of(
                "driftWithoutRules",
                Drift.between(existing, dryRun),
                "drift",
                drift,
                "action",
                drift ? "configured" : "unchanged");
        if (!drift) {
            return answer;
        }
        List<IgnoreRules.Ignored> differences = rules.differences(existing, dryRun);
        try {
            MapNode payload = IgnoreRules.payload(in.findMap("desired"), differences);
            MapNode withEntries = differences.isEmpty() ? answer : answer.with("entries", entries(differences));
            return withEntries.with("payload", payload);
        } catch (IgnoreRuleException e) {
            return answer.with("error", String.valueOf(e.getMessage()));
        }
    }

    private static ListNode entries(List<IgnoreRules.Ignored> differences) {
        return ListNode.of(differences.stream()
                .sorted(Comparator.comparing(IgnoreRules.Ignored::path))
                .map(SsaIgnoreAnswers::entry)
                .toList());
    }

    private static MapNode entry(IgnoreRules.Ignored ignored) {
        Node live = ignored.live();
        MapNode entry = MapNode.of("path", ignored.path(), "action", live == null ? "strip" : "adopt");
        return live == null || live.isNull() ? entry : entry.with("value", live);
    }

    private static ListNode rules(ListNode rules) {
        return rules.map(rule -> {
            MapNode.Builder entry = MapNode.builder().put("paths", rule.findList("Paths"));
            if (rule.find("Selector") instanceof MapNode selector) {
                entry.put("target", SsaAnswers.target(selector));
            }
            return entry.build();
        });
    }
}
