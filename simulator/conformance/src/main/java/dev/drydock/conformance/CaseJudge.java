package dev.drydock.conformance;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the answer to a case of a {@link CaseCorpus} by the marks that the case carries: the answer's {@code anyOf},
 * {@code unordered} and varying lists, the case's {@code causeOrder}, {@code settled} and {@code sameAs}.
 */
final class CaseJudge implements Judge {

    private static final List<String> VARYING = List.of("resourceRules", "nonResourceRules");
    private static final List<String> VARYING_MARKS = List.of("resourceOrderVaries", "nonResourceOrderVaries");

    private final MapNode question;

    private CaseJudge(MapNode question) {
        this.question = question;
    }

    static CaseJudge of(MapNode question) {
        return new CaseJudge(question);
    }

    @Override
    public Optional<String> difference(Answer answer) {
        if (answer instanceof Answer.Value value) {
            return value(value);
        }
        if (answer instanceof Answer.Failed failed) {
            return Optional.of("failed: " + failed.problem());
        }
        return Optional.of("no answer: " + answer);
    }

    private Optional<String> value(Answer.Value value) {
        Node real = real();
        Node predicted = value.answer();
        if (real instanceof MapNode map) {
            if (map.isTrue("unordered") || "any".equals(question.findString("causeOrder"))) {
                real = Unordered.of(map);
                predicted = predicted instanceof MapNode p ? Unordered.of(p) : predicted;
            } else if (predicted instanceof MapNode p) {
                predicted = sortedWhereVarying(map, p);
            }
        } else if (question.get("answer") == null
                && question.get("out") == null
                && predicted instanceof ListNode steps) {
            predicted = expanded(steps);
        }
        Optional<String> difference = TreeComparison.difference(real, predicted, "answer");
        Node settled = question.get("settled");
        if (difference.isPresent() || settled == null) {
            return difference;
        }
        Node mine = value.settled();
        return TreeComparison.difference(settled, mine == null ? ScalarNode.NULL : mine, "settled");
    }

    private Node real() {
        Node answer = question.get("answer");
        if (answer != null) {
            return answer;
        }
        Node out = question.get("out");
        if (out != null) {
            return out;
        }
        List<Node> steps = new ArrayList<>();
        for (Node step : question.findList("steps")) {
            steps.add(step.findMap("answer"));
        }
        return expanded(ListNode.of(steps));
    }

    /** The steps' answers with the object of an earlier step where {@code sameAs} names it. */
    private static ListNode expanded(ListNode steps) {
        List<Node> expanded = new ArrayList<>();
        for (Node step : steps) {
            Node next = step;
            Long same = step.findLong("sameAs");
            if (same != null && same >= 1 && same <= expanded.size() && step instanceof MapNode map) {
                Node object = expanded.get((int) (same - 1)).find("object");
                next = map.without("sameAs").with("object", object == null ? ScalarNode.NULL : object);
            }
            expanded.add(next);
        }
        return ListNode.of(expanded);
    }

    private static MapNode sortedWhereVarying(MapNode real, MapNode predicted) {
        MapNode sorted = predicted;
        for (int i = 0; i < VARYING.size(); i++) {
            String mark = VARYING_MARKS.get(i);
            if (real.isTrue(mark) && predicted.get(VARYING.get(i)) instanceof ListNode list) {
                sorted = sorted.with(mark, true).with(VARYING.get(i), Unordered.sorted(list));
            }
        }
        return sorted;
    }
}
