package dev.drydock.yaml;

import java.util.List;

/**
 * The order in which go-yaml writes keys (sorter.go, keyList): digits in a row compare as one number, letters come after
 * everything else. It is no strict order for every set of keys, so the JDK's sort, which may refuse such, is not used.
 */
final class KeyOrder {

    /** Up to this size Go's sort inserts one by one, which matters where the order is not strict. */
    private static final int SMALL = 12;

    private KeyOrder() {}

    static List<String> sort(List<String> keys) {
        String[] sorted = keys.toArray(new String[0]);
        sort(sorted, new String[sorted.length], 0, sorted.length);
        return List.of(sorted);
    }

    private static void sort(String[] keys, String[] spare, int from, int to) {
        if (to - from <= SMALL) {
            for (int i = from + 1; i < to; i++) {
                for (int j = i; j > from && less(keys[j], keys[j - 1]); j--) {
                    String swap = keys[j];
                    keys[j] = keys[j - 1];
                    keys[j - 1] = swap;
                }
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(keys, spare, from, middle);
        sort(keys, spare, middle, to);
        System.arraycopy(keys, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeRight = left == middle || (right < to && less(spare[right], spare[left]));
            keys[i] = takeRight ? spare[right++] : spare[left++];
        }
    }

    static boolean less(String a, String b) {
        int i = 0;
        int n = Math.min(a.length(), b.length());
        while (i < n && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == n) {
            return a.length() < b.length();
        }
        if (i > 0 && Character.isLowSurrogate(a.charAt(i))) {
            i--;
        }
        int x = a.codePointAt(i);
        int y = b.codePointAt(i);
        boolean xLetter = Character.isLetter(x);
        boolean yLetter = Character.isLetter(y);
        if (xLetter && yLetter) {
            return x < y;
        }
        if (xLetter || yLetter) {
            return yLetter;
        }
        return lessByNumber(a, b, i, x, y);
    }

    private static boolean lessByNumber(String a, String b, int at, int x, int y) {
        // leading zeros count only behind another digit
        long start = (x == '0' || y == '0') && behindNumber(a, at) ? 1 : 0;
        int aEnd = digits(a, at);
        int bEnd = digits(b, at);
        long aNumber = number(a, at, aEnd, start);
        long bNumber = number(b, at, bEnd, start);
        if (aNumber != bNumber) {
            return aNumber < bNumber;
        }
        return aEnd == bEnd ? x < y : aEnd < bEnd;
    }

    private static boolean behindNumber(String text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text.charAt(i)); i--) {
            if (text.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Overflows as Go's integers do. */
    private static long number(String text, int from, int to, long start) {
        long number = start;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
