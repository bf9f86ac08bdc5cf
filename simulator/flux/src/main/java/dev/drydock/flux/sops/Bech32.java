package dev.drydock.flux.sops;

import java.util.Locale;

/** What is wrong with a key, in the words of age (internal/bech32). */
final class Bech32 {

    private static final String CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private Bech32() {}

    static String problem(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT)) && !text.equals(text.toUpperCase(Locale.ROOT))) {
            return "mixed case";
        }
        int separator = text.lastIndexOf('1');
        if (separator < 1 || separator + 7 > text.length()) {
            return "separator '1' at invalid position: pos=" + separator + ", len=" + text.length();
        }
        for (int i = separator + 1; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (CHARSET.indexOf(c) < 0) {
                return "invalid character data part: s[" + i + "]=" + (int) c;
            }
        }
        return "invalid checksum";
    }
}
