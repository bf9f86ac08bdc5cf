package dev.drydock.kubernetes.controllers;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completion indexes of an Indexed Job, as {@code status.completedIndexes} writes them: {@code 0,2-4,7,8}
 * (pkg/controller/job/indexed_job_utils.go).
 *
 * @param values the indexes in order; not to be changed
 */
record JobIndexes(NavigableSet<Integer> values) {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    /** The indexes of a text that are below the number of completions; parts that are no numbers are passed over. */
    static JobIndexes parse(String text, long completions) {
        TreeSet<Integer> values = new TreeSet<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Matcher ends = PART.matcher(part);
            if (ends.matches()) {
                int first = Integer.parseInt(ends.group(1));
                long last = ends.group(2) == null ? first : Long.parseLong(ends.group(2));
                for (int i = first; i <= Math.min(last, completions - 1); i++) {
                    values.add(i);
                }
            }
        }
        return new JobIndexes(values);
    }

    JobIndexes plus(Collection<Integer> more) {
        TreeSet<Integer> all = new TreeSet<>(values);
        all.addAll(more);
        return new JobIndexes(all);
    }

    boolean has(int index) {
        return values.contains(index);
    }

    int total() {
        return values.size();
    }

    /** Runs of three and more are written with a dash. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Integer first = values.isEmpty() ? null : values.first();
        while (first != null) {
            int last = first;
            while (values.contains(last + 1)) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (last > first) {
                text.append(last == first + 1 ? "," : "-").append(last);
            }
            first = values.higher(last);
        }
        return text.toString();
    }
}
