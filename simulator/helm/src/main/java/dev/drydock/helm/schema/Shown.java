package dev.drydock.helm.schema;

import dev.drydock.helm.value.GoFloats;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values in messages. */
final class Shown {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Shown() {}

    static String quote(String text) {
        String quoted = GoQuote.quote(text).replace("\\\"", "\"").replace("'", "\\'");
        return "'" + quoted.substring(1, quoted.length() - 1) + "'";
    }

    static String quoteAll(List<String> texts) {
        return texts.stream().map(Shown::quote).collect(Collectors.joining(", "));
    }

    /** A constant of a schema. */
    static String constant(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return "value";
        }
        return scalar.isString() ? quote(scalar.stringValue()) : scalar.value() == null ? "<nil>" : scalar.text();
    }

    /** A value that was given. */
    static String value(@Nullable Object value) {
        if (value instanceof GoMap || value instanceof GoList) {
            return "value";
        }
        return value instanceof String text ? quote(text) : GoFormat.print(value);
    }

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A number as golang.org/x/text prints it in English. */
    static String number(double number) {
        String text = GoFloats.format(number, 'g', -1);
        int exponent = text.indexOf('e');
        if (exponent < 0) {
            return grouped(text);
        }
        StringBuilder out = new StringBuilder(text.substring(0, exponent)).append("×10");
        if (text.charAt(exponent + 1) == '-') {
            out.append('⁻');
        }
        text.substring(exponent + 2).chars().forEach(c -> out.append(SUPERSCRIPTS.charAt(c - '0')));
        return out.toString();
    }

    private static String grouped(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        StringBuilder out = new StringBuilder(text);
        for (int i = end - 3; i > start; i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }
}
