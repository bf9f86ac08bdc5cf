package dev.drydock.kubernetes.decode;

/** Base64 as Go's encoding/base64 reads it: line breaks are skipped, everything else must be exact. */
final class Base64Text {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Text() {}

    /**
     * The text without line breaks.
     *
     * @throws DecodingException naming the first byte that is wrong
     */
    static String canonical(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int i = 0;
        int n = text.length();
        while (i < n) {
            int start = kept.length();
            while (i < n && kept.length() - start < 4) {
                char c = text.charAt(i);
                if (c == '\n' || c == '\r') {
                    i++;
                } else if (c == '=') {
                    return padded(text, kept, start, i);
                } else if (ALPHABET.indexOf(c) < 0) {
                    throw corrupt(i);
                } else {
                    kept.append(c);
                    i++;
                }
            }
            int quantum = kept.length() - start;
            if (quantum != 0 && quantum != 4) {
                throw corrupt(i - quantum);
            }
        }
        return kept.toString();
    }

    private static String padded(String text, StringBuilder kept, int start, int at) {
        int quantum = kept.length() - start;
        if (quantum < 2) {
            throw corrupt(at);
        }
        int i = at + 1;
        if (quantum == 2) {
            i = skipBreaks(text, i);
            if (i == text.length()) {
                throw corrupt(text.length());
            }
            if (text.charAt(i) != '=') {
                throw corrupt(i);
            }
            i++;
        }
        i = skipBreaks(text, i);
        if (i < text.length()) {
            throw corrupt(i);
        }
        // the bits that the padding cuts off do not come back
        int last = ALPHABET.indexOf(kept.charAt(kept.length() - 1)) & (quantum == 2 ? 0x30 : 0x3c);
        kept.setCharAt(kept.length() - 1, ALPHABET.charAt(last));
        return kept.append(quantum == 2 ? "==" : "=").toString();
    }

    private static int skipBreaks(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r')) {
            i++;
        }
        return i;
    }

    private static DecodingException corrupt(int at) {
        return new DecodingException("illegal base64 data at input byte " + at);
    }
}
