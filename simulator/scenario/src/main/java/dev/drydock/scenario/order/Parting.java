package dev.drydock.scenario.order;

import dev.drydock.kernel.Trace;
import java.util.List;

/**
 * Where two traces part: at the first moment in which other things happened, not only the same things in another order.
 * When they hold the same things throughout, it is their first entry in another order.
 */
final class Parting {

    private Parting() {}

    /** The number of entries before the parting, the same of both; the length of both when they do not part. */
    static int of(List<Trace.Entry> one, List<Trace.Entry> other) {
        int first = firstFrom(0, one, other);
        int begin = 0;
        while (begin < one.size() && begin < other.size()) {
            int end = endOfMoment(begin, one);
            int otherEnd = endOfMoment(begin, other);
            boolean isSame = lines(one.subList(begin, end)).equals(lines(other.subList(begin, otherEnd)));
            if (!isSame) {
                return firstFrom(begin, one, other);
            }
            begin = end;
        }
        return one.size() == other.size() ? first : begin;
    }

    private static int firstFrom(int begin, List<Trace.Entry> one, List<Trace.Entry> other) {
        int index = begin;
        while (index < one.size()
                && index < other.size()
                && line(one.get(index)).equals(line(other.get(index)))) {
            index++;
        }
        return index;
    }

    private static int endOfMoment(int begin, List<Trace.Entry> entries) {
        int end = begin;
        while (end < entries.size()
                && entries.get(end).at().equals(entries.get(begin).at())) {
            end++;
        }
        return end;
    }

    private static List<String> lines(List<Trace.Entry> entries) {
        return entries.stream().map(Parting::line).sorted().toList();
    }

    private static String line(Trace.Entry entry) {
        return entry.at() + " " + entry.actor() + " "
                + Aspects.withoutCommits(Aspects.steady(entry.subject() + " " + entry.text()));
    }
}
