package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Numeral;
import dev.drydock.helm.value.GoException;
import dev.drydock.yaml.GoQuote;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers of templates (newNumber of text/template/parse/node.go), which are read as Go reads them in source code. */
final class Numbers {

    private static final BigInteger UNSIGNED_END = BigInteger.ONE.shiftLeft(64);

    private Numbers() {}

    static Numeral character(int position, String text) {
        int c = Unquote.character(text);
        return new Numeral(position, text, (long) c, (long) c, (double) c, false);
    }

    static Numeral of(int position, String text) {
        if (text.endsWith("i")) {
            return new Numeral(position, text, null, null, null, true);
        }
        BigInteger integer = integer(text);
        Long signed = integer != null && integer.bitLength() < 64 ? (Long) integer.longValue() : null;
        boolean isUnsigned = integer != null
                && ((integer.signum() >= 0 && integer.compareTo(UNSIGNED_END) < 0 && !text.matches("[+-].*"))
                        || integer.signum() == 0);
        Long unsigned = isUnsigned && integer != null ? (Long) integer.longValue() : null;
        if (signed != null) {
            return new Numeral(position, text, signed, unsigned, (double) signed, false);
        }
        if (unsigned != null && integer != null) {
            return new Numeral(position, text, null, unsigned, integer.doubleValue(), false);
        }
        Double floating = floating(text);
        if (floating == null) {
            throw new GoException("illegal number syntax: " + GoQuote.quote(text));
        }
        if (!text.matches(".*[.eEpP].*")) {
            throw new GoException("integer overflow: " + GoQuote.quote(text));
        }
        boolean integral = floating == Math.rint(floating) && Math.abs(floating) < 0x1p63;
        Long whole = integral ? (Long) floating.longValue() : null;
        return new Numeral(position, text, whole, integral && floating >= 0 ? whole : null, floating, false);
    }

    /** strconv.ParseInt with base 0, of any size. */
    static @Nullable BigInteger integer(String text) {
        String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        String lower = digits.toLowerCase(Locale.ROOT);
        int base = 10;
        boolean prefixed = false;
        if (lower.startsWith("0x")) {
            base = 16;
        } else if (lower.startsWith("0b")) {
            base = 2;
        } else if (lower.startsWith("0o")) {
            base = 8;
        } else if (lower.startsWith("0") && lower.length() > 1) {
            base = 8;
            lower = lower.substring(1);
            prefixed = true;
        }
        if (!prefixed && base != 10) {
            lower = lower.substring(2);
            prefixed = true;
        }
        boolean odd = lower.endsWith("_") || lower.contains("__") || (!prefixed && lower.startsWith("_"));
        String plain = lower.replace("_", "");
        if (odd || plain.isEmpty() || plain.length() > 100) {
            return null;
        }
        for (int i = 0; i < plain.length(); i++) {
            if (Character.digit(plain.charAt(i), base) < 0) {
                return null;
            }
        }
        BigInteger value = new BigInteger(plain, base);
        return text.startsWith("-") ? value.negate() : value;
    }

    /** strconv.ParseFloat; null for what is no number and what is too large. */
    static @Nullable Double floating(String text) {
        String plain = text;
        boolean hexadecimal = text.matches("[+-]?0[xX].*");
        if (text.contains("_")) {
            if (!hexadecimal) {
                return null;
            }
            plain = text.replace("_", "");
        }
        boolean valid = hexadecimal
                ? plain.matches("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+")
                : plain.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
        if (!valid) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? null : (Double) value;
    }
}
