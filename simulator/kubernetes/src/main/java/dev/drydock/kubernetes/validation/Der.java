package dev.drydock.kubernetes.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * An element of ASN.1 in its distinguished encoding.
 *
 * @param tag its type
 * @param content its bytes as ISO 8859-1
 */
record Der(int tag, String content) {

    private static final int INTEGER = 2;
    private static final int OCTETS = 4;
    private static final int SEQUENCE = 0x30;
    private static final int RSA_NUMBERS = 9;

    /** The elements of a sequence; none when the bytes are not one sequence of whole elements. */
    static List<Der> sequence(String bytes) {
        List<Der> outer = elements(bytes);
        return outer.size() == 1 && outer.get(0).tag == SEQUENCE ? elements(outer.get(0).content) : List.of();
    }

    /** Whether elements are those of an RSA key (PKCS#1). */
    static boolean isRsaKey(List<Der> elements) {
        return elements.size() >= RSA_NUMBERS
                && elements.stream().limit(RSA_NUMBERS).allMatch(Der::isNumber);
    }

    /** Whether elements are those of a key of an elliptic curve (SEC 1). */
    static boolean isCurveKey(List<Der> elements) {
        return elements.size() >= 2 && elements.get(0).tag == INTEGER && elements.get(1).tag == OCTETS;
    }

    private static boolean isNumber(Der element) {
        return element.tag == INTEGER && !element.content.isEmpty();
    }

    private static List<Der> elements(String bytes) {
        List<Der> elements = new ArrayList<>();
        int at = 0;
        while (at < bytes.length()) {
            if (at + 2 > bytes.length()) {
                return List.of();
            }
            int tag = bytes.charAt(at);
            long length = bytes.charAt(at + 1);
            at += 2;
            if (length > 0x80) {
                int octets = (int) length - 0x80;
                if (octets > 4 || at + octets > bytes.length()) {
                    return List.of();
                }
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | bytes.charAt(at++);
                }
            }
            if (length == 0x80 || length > bytes.length() - at) {
                return List.of();
            }
            elements.add(new Der(tag, bytes.substring(at, at + (int) length)));
            at += (int) length;
        }
        return elements;
    }
}
