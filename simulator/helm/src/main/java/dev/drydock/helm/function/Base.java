package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Base 64 and base 32 with the errors of Go's packages: the place of the first byte that does not fit. */
final class Base {

    private static final String DIGITS_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String DIGITS_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base() {}

    static String encode64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode64(String text) {
        return decode(text, DIGITS_64, 6, 4, "base64");
    }

    static byte[] decode32(String text) {
        return decode(text, DIGITS_32, 5, 8, "base32");
    }

    static String encode32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(DIGITS_32.charAt(held >> bits & 31));
            }
            held &= 31;
        }
        if (bits > 0) {
            out.append(DIGITS_32.charAt((held << (5 - bits)) & 31));
        }
        return out.append("=".repeat((8 - out.length() % 8) % 8)).toString();
    }

    private static byte[] decode(String text, String digits, int width, int group, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                at++;
                continue;
            }
            if (c == '=') {
                padding(text, at, count % group, group, name);
                return out.toByteArray();
            }
            int digit = digits.indexOf(c);
            if (digit < 0) {
                throw illegal(name, at);
            }
            held = (held << width) | digit;
            bits += width;
            count++;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits & 0xff);
            }
            held &= 0xff;
            at++;
        }
        if (count % group != 0) {
            throw illegal(name, text.length() - count % group);
        }
        return out.toByteArray();
    }

    private static void padding(String text, int start, int digits, int group, String name) {
        boolean enough = group == 4 ? digits >= 2 : digits == 2 || digits == 4 || digits == 5 || digits == 7;
        if (!enough) {
            throw illegal(name, start);
        }
        int at = start;
        int missing = group - digits;
        while (at < text.length() && missing > 0) {
            char c = text.charAt(at);
            if (c == '=') {
                missing--;
            } else if (c != '\n' && c != '\r') {
                throw illegal(name, at);
            }
            at++;
        }
        if (missing > 0) {
            throw illegal(name, text.length());
        }
        while (at < text.length()) {
            if (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                throw illegal(name, at);
            }
            at++;
        }
    }

    private static GoException illegal(String name, int at) {
        return new GoException("illegal " + name + " data at input byte " + at);
    }
}
