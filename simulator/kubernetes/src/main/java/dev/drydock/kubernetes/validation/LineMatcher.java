package dev.drydock.kubernetes.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what two lists of lines share, longest runs first (go-difflib's SequenceMatcher, which is Python's): lines that stand for
 * more than one in a hundred of a long list start no run.
 */
final class LineMatcher {

    private static final int LONG = 200;

    private final List<String> a;
    private final List<String> b;
    private final Map<String, List<Integer>> placesInB = new HashMap<>();

    LineMatcher(List<String> a, List<String> b) {
        this.a = a;
        this.b = b;
        for (int i = 0; i < b.size(); i++) {
            placesInB.computeIfAbsent(b.get(i), line -> new ArrayList<>()).add(i);
        }
        if (b.size() >= LONG) {
            int most = b.size() / 100 + 1;
            placesInB.values().removeIf(places -> places.size() > most);
        }
    }

    /** A stretch of both lists that is the same in both, or is to be replaced. */
    record Edit(boolean isEqual, int fromA, int toA, int fromB, int toB) {}

    private record Run(int a, int b, int size) {}

    private record Span(int fromA, int toA, int fromB, int toB) {}

    /** The edits with some lines of context, cut where more than twice as many lines are the same. */
    List<List<Edit>> groups(int context) {
        List<Edit> edits = edits();
        if (edits.isEmpty()) {
            edits.add(new Edit(true, 0, 1, 0, 1));
        }
        Edit first = edits.get(0);
        if (first.isEqual()) {
            edits.set(
                    0,
                    new Edit(
                            true,
                            Math.max(first.fromA(), first.toA() - context),
                            first.toA(),
                            Math.max(first.fromB(), first.toB() - context),
                            first.toB()));
        }
        int end = edits.size() - 1;
        Edit last = edits.get(end);
        if (last.isEqual()) {
            edits.set(
                    end,
                    new Edit(
                            true,
                            last.fromA(),
                            Math.min(last.toA(), last.fromA() + context),
                            last.fromB(),
                            Math.min(last.toB(), last.fromB() + context)));
        }
        List<List<Edit>> groups = new ArrayList<>();
        List<Edit> group = new ArrayList<>();
        for (Edit edit : edits) {
            int fromA = edit.fromA();
            int fromB = edit.fromB();
            if (edit.isEqual() && edit.toA() - fromA > 2 * context) {
                group.add(new Edit(
                        true,
                        fromA,
                        Math.min(edit.toA(), fromA + context),
                        fromB,
                        Math.min(edit.toB(), fromB + context)));
                groups.add(group);
                group = new ArrayList<>();
                fromA = Math.max(fromA, edit.toA() - context);
                fromB = Math.max(fromB, edit.toB() - context);
            }
            group.add(new Edit(edit.isEqual(), fromA, edit.toA(), fromB, edit.toB()));
        }
        if (!group.isEmpty() && !(group.size() == 1 && group.get(0).isEqual())) {
            groups.add(group);
        }
        return groups;
    }

    private List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (Run run : runs()) {
            if (i < run.a() || j < run.b()) {
                edits.add(new Edit(false, i, run.a(), j, run.b()));
            }
            i = run.a() + run.size();
            j = run.b() + run.size();
            if (run.size() > 0) {
                edits.add(new Edit(true, run.a(), i, run.b(), j));
            }
        }
        return edits;
    }

    private List<Run> runs() {
        List<Run> found = new ArrayList<>();
        Deque<Span> open = new ArrayDeque<>();
        open.push(new Span(0, a.size(), 0, b.size()));
        while (!open.isEmpty()) {
            Span span = open.pop();
            Run run = longest(span);
            if (run.size() > 0) {
                found.add(run);
                open.push(new Span(span.fromA(), run.a(), span.fromB(), run.b()));
                open.push(new Span(run.a() + run.size(), span.toA(), run.b() + run.size(), span.toB()));
            }
        }
        found.sort(Comparator.comparingInt(Run::a).thenComparingInt(Run::b));
        return joined(found);
    }

    /** Runs that touch are one; a run of nothing marks the end. */
    private List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        Run open = new Run(0, 0, 0);
        for (Run run : runs) {
            if (open.a() + open.size() == run.a() && open.b() + open.size() == run.b()) {
                open = new Run(open.a(), open.b(), open.size() + run.size());
            } else {
                if (open.size() > 0) {
                    joined.add(open);
                }
                open = run;
            }
        }
        if (open.size() > 0) {
            joined.add(open);
        }
        joined.add(new Run(a.size(), b.size(), 0));
        return joined;
    }

    private Run longest(Span span) {
        int bestA = span.fromA();
        int bestB = span.fromB();
        int best = 0;
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = span.fromA(); i < span.toA(); i++) {
            Map<Integer, Integer> next = new HashMap<>();
            for (int j : placesInB.getOrDefault(a.get(i), List.of())) {
                if (j < span.fromB()) {
                    continue;
                }
                if (j >= span.toB()) {
                    break;
                }
                int length = lengths.getOrDefault(j - 1, 0) + 1;
                next.put(j, length);
                if (length > best) {
                    best = length;
                    bestA = i - length + 1;
                    bestB = j - length + 1;
                }
            }
            lengths = next;
        }
        while (bestA > span.fromA() && bestB > span.fromB() && same(bestA - 1, bestB - 1)) {
            bestA--;
            bestB--;
            best++;
        }
        while (bestA + best < span.toA() && bestB + best < span.toB() && same(bestA + best, bestB + best)) {
            best++;
        }
        return new Run(bestA, bestB, best);
    }

    private boolean same(int i, int j) {
        return a.get(i).equals(b.get(j));
    }
}
