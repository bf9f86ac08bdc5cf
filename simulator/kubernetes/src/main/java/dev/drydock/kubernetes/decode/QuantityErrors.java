package dev.drydock.kubernetes.decode;

import java.util.regex.Pattern;

/** Why a text is no quantity (apimachinery, api/resource/quantity.go). */
public final class QuantityErrors {

    private static final Pattern NUMBER_AND_SUFFIX = Pattern.compile("[+-]?\\d*(\\.\\d*)?[eEinumkKMGTP]*[-+]?[0-9]*");

    private QuantityErrors() {}

    /** The error of reading a text that is no quantity. */
    public static String of(String text) {
        return !text.isEmpty() && NUMBER_AND_SUFFIX.matcher(text).matches()
                ? "unable to parse quantity's suffix"
                : "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    }
}
