package dev.drydock.kubernetes.crd;

import java.math.BigDecimal;

/** Floating-point numbers as Go reads and prints them. */
final class GoNumbers {

    private static final double MOST = 9007199254740991.0;
    private static final double EPSILON = 1e-9;

    private GoNumbers() {}

    /** As {@code %v} prints it: the shortest digits, with an exponent from 1e+06 on and below 1e-4. */
    static String print(double number) {
        if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
            return number == 0
                    ? (1 / number < 0 ? "-0" : "0")
                    : Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return exact.toPlainString();
        }
        String digits = exact.unscaledValue().abs().toString();
        String sign = number < 0 ? "-" : "";
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    /** Whether a number counts as an integer (kube-openapi, pkg/internal/.. swag, IsFloat64AJSONInteger). */
    static boolean isInteger(double number) {
        if (Double.isNaN(number) || Math.abs(number) > MOST) {
            return false;
        }
        double whole = (double) (long) number;
        if (number == whole) {
            return true;
        }
        return whole != 0
                && Math.abs(number - whole) / Math.min(Math.abs(number) + Math.abs(whole), Double.MAX_VALUE) < EPSILON;
    }
}
