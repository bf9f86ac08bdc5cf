package dev.drydock.kubernetes.kinds;

import dev.drydock.yaml.GoQuote;

/**
 * Indexes of the pods of a job as a text has them, {@code 0,3-5}.
 *
 * @param total how many there are; 0 when the text is wrong
 * @param error what is wrong with the text, empty when nothing is
 */
record JobIndexes(long total, String error) {

    static JobIndexes parse(String text, long completions) {
        long total = 0;
        long last = -1;
        if (text.isEmpty()) {
            return new JobIndexes(0, "");
        }
        for (String interval : text.split(",", -1)) {
            String[] limits = interval.split("-", -1);
            if (limits.length > 2) {
                return wrong(
                        "the fragment " + GoQuote.quote(interval)
                                + " violates the requirement that an index interval can have at most two parts separated by '-'");
            }
            long from = -1;
            long to = -1;
            for (String limit : limits) {
                if (!limit.matches("\\+?[0-9]{1,18}")) {
                    return wrong("cannot convert string to integer for index: " + GoQuote.quote(limit));
                }
                to = Long.parseLong(limit);
                if (to >= completions) {
                    return wrong("too large index: " + GoQuote.quote(limit));
                }
                from = from < 0 ? to : from;
            }
            if (limits.length == 2 && from >= to) {
                return wrong(order(from, to));
            }
            if (last >= from) {
                return wrong(order(last, from));
            }
            total += to - from + 1;
            last = to;
        }
        return new JobIndexes(total, "");
    }

    private static String order(long previous, long current) {
        return "non-increasing order, previous: " + previous + ", current: " + current;
    }

    private static JobIndexes wrong(String error) {
        return new JobIndexes(0, error);
    }
}
