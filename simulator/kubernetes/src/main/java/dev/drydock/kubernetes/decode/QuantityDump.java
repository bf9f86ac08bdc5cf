package dev.drydock.kubernetes.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities in the text form of Go structs: what their parser leaves in them (apimachinery, pkg/api/resource/quantity.go). */
final class QuantityDump {

    private static final Pattern TEXT = Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?([A-Za-z]*|[eE][+-]?[0-9]+)");
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final int MOST_DIGITS = 18;
    private static final int NANO = -9;
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

    private QuantityDump() {}

    /** The quantity that a text in its canonical form spells. */
    static String of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return print("0", 0, "", "");
        }
        if (text.equals("0")) {
            return print("0", 0, "0", "DecimalSI");
        }
        String digits = matcher.group(2) + (matcher.group(3) == null ? "" : matcher.group(3));
        int fraction = matcher.group(3) == null ? 0 : matcher.group(3).length();
        String suffix = matcher.group(4);
        BigInteger value = new BigInteger(digits);
        String sign = matcher.group(1).equals("-") ? "-" : "";
        int binary = BINARY.indexOf(suffix);
        if (binary > 0) {
            int exponent = binary * 10;
            if (fraction == 0 && digits.length() + exponent * 3 / 10 + 1 <= 15) {
                boolean kept = value.testBit(0) || value.testBit(1) || value.testBit(2);
                return print(sign + value.shiftLeft(exponent), 0, kept ? text : "", "BinarySI");
            }
            return print(sign, new BigDecimal(value.shiftLeft(exponent)).movePointLeft(fraction), "BinarySI");
        }
        Integer known = DECIMAL.get(suffix);
        int exponent = known == null ? Integer.parseInt(suffix.substring(1)) : known;
        String format = known == null ? "DecimalExponent" : "DecimalSI";
        int scale = exponent - fraction;
        if (digits.length() <= MOST_DIGITS && scale >= NANO) {
            boolean kept = scale % 3 == 0 && !digits.endsWith("000") && !digits.startsWith("0");
            return print(sign + value, scale, kept ? text : "", format);
        }
        return print(sign, new BigDecimal(value).scaleByPowerOfTen(scale), format);
    }

    private static String print(String value, int scale, String text, String format) {
        return "{i:(resource.int64Amount){value:(int64)" + value + " scale:(resource.Scale)" + scale
                + "} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)" + text + " Format:(resource.Format)"
                + format + "}";
    }

    /** What does not fit into 64 bits for certain is held in billionths. */
    private static String print(String sign, BigDecimal amount, String format) {
        StringBuilder words = new StringBuilder();
        BigInteger left = amount.movePointRight(-NANO).toBigInteger();
        while (left.signum() > 0) {
            words.append(words.length() == 0 ? "" : " ").append(left.mod(WORD));
            left = left.divide(WORD);
        }
        return "{i:(resource.int64Amount){value:(int64)0 scale:(resource.Scale)0} d:(resource.infDecAmount){Dec:(*inf.Dec)"
                + "{unscaled:(big.Int){neg:(bool)" + sign.equals("-") + " abs:(big.nat)[" + words
                + "]} scale:(inf.Scale)" + -NANO + "}} s:(string) Format:(resource.Format)" + format + "}";
    }
}
