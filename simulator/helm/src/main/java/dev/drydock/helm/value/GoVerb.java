package dev.drydock.helm.value;

import dev.drydock.yaml.GoQuote;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value under one verb (print.go, format.go). */
final class GoVerb {

    private static final int DEEPEST = 500;

    private final GoFlags flags;
    private int depth;

    GoVerb(GoFlags flags) {
        this.flags = flags;
    }

    String format(int verb, @Nullable Object value) {
        if (value == null) {
            return verb == 'T' || verb == 'v' ? flags.pad("<nil>") : bad(verb, null);
        }
        if (verb == 'T') {
            return string('s', GoTypes.type(value));
        }
        if (verb == 'p') {
            return bad(verb, value);
        }
        if (++depth > DEEPEST) {
            throw new GoException("values nest too deep to be printed");
        }
        String text = value(verb, value);
        depth--;
        return text;
    }

    private String value(int verb, Object value) {
        if (value instanceof Boolean flag) {
            return verb == 't' || verb == 'v' ? flags.pad(flag.toString()) : bad(verb, value);
        }
        if (value instanceof GoInt number) {
            return integer(verb, number);
        }
        if (value instanceof Double number) {
            return floating(verb, number);
        }
        if (value instanceof String text) {
            return string(verb, text);
        }
        if (value instanceof GoMap map) {
            return map(verb, map);
        }
        if (value instanceof GoList list) {
            return list(verb, list);
        }
        if (value instanceof GoObject object) {
            return object(verb, object);
        }
        if (value instanceof GoException error) {
            return string(verb, error.getMessage());
        }
        return bad(verb, value);
    }

    /** The value as {@code %v} shows it, under the same flags. */
    private String bad(int verb, @Nullable Object value) {
        String shown = value == null ? "<nil>" : GoTypes.type(value) + "=" + value('v', value);
        return "%!" + Character.toString(verb) + "(" + shown + ")";
    }

    private String integer(int verb, GoInt number) {
        return switch (verb) {
            case 'v' ->
                flags.sharpV && !number.kind().isSigned()
                        ? "0x" + Long.toHexString(number.value())
                        : digits(number, 10, "", false);
            case 'd' -> digits(number, 10, "", false);
            case 'b' -> digits(number, 2, flags.sharp ? "0b" : "", false);
            case 'o' -> digits(number, 8, flags.sharp ? "0" : "", false);
            case 'O' -> digits(number, 8, "0o", false);
            case 'x' -> digits(number, 16, flags.sharp ? "0x" : "", false);
            case 'X' -> digits(number, 16, flags.sharp ? "0X" : "", true);
            case 'c' -> flags.pad(character(number));
            case 'q' -> flags.pad(quotedCharacter(number));
            case 'U' ->
                flags.padBlank("U+"
                        + String.format(java.util.Locale.ROOT, "%04X", number.value())
                        + (flags.sharp ? " '" + character(number) + "'" : ""));
            default -> bad(verb, number);
        };
    }

    private static String character(GoInt number) {
        long c = number.value();
        boolean valid = c >= 0 && c <= 0x10ffff && !(c >= 0xd800 && c < 0xe000);
        return valid ? Character.toString((int) c) : "\ufffd";
    }

    private static String quotedCharacter(GoInt number) {
        return GoQuote.character(character(number).codePointAt(0));
    }

    private String digits(GoInt number, int base, String prefix, boolean upper) {
        boolean negative = number.kind().isSigned() && number.value() < 0;
        String size = negative
                ? java.math.BigInteger.valueOf(number.value()).abs().toString(base)
                : Long.toUnsignedString(number.value(), base);
        size = upper ? size.toUpperCase(java.util.Locale.ROOT) : size;
        String sign = negative ? "-" : flags.plus ? "+" : flags.space ? " " : "";
        int least = flags.hasPrecision
                ? flags.precision
                : flags.zero && flags.hasWidth && !flags.minus ? flags.width - sign.length() : 0;
        if (flags.hasPrecision && flags.precision == 0 && number.value() == 0) {
            return flags.padBlank("");
        }
        size = "0".repeat(Math.max(0, least - size.length())) + size;
        String start = prefix.equals("0") && size.startsWith("0") ? "" : prefix;
        return flags.padBlank(sign + start + size);
    }

    private String floating(int verb, double number) {
        String text = switch (verb) {
            case 'v' -> GoFloats.format(number, 'g', flags.hasPrecision ? flags.precision : -1);
            case 'e', 'E' -> GoFloats.format(number, (char) verb, flags.hasPrecision ? flags.precision : 6);
            case 'f', 'F' -> GoFloats.format(number, 'f', flags.hasPrecision ? flags.precision : 6);
            case 'g', 'G' -> GoFloats.format(number, (char) verb, flags.hasPrecision ? flags.precision : -1);
            case 'b', 'x', 'X' -> GoFloats.binary(number, (char) verb);
            default -> "";
        };
        if (text.isEmpty()) {
            return bad(verb, number);
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String sign = signed ? text.substring(0, 1) : "+";
        String size = signed ? text.substring(1) : text;
        if (flags.space && sign.equals("+") && !flags.plus) {
            sign = " ";
        }
        boolean finite = !size.equals("Inf") && !size.equals("NaN");
        if (sign.equals("+") && !flags.plus && (finite || size.equals("NaN"))) {
            sign = "";
        }
        if (flags.zero && flags.hasWidth && !flags.minus && finite) {
            size = "0".repeat(Math.max(0, flags.width - sign.length() - size.length())) + size;
        }
        return flags.padBlank(sign + size);
    }

    private String string(int verb, String text) {
        return switch (verb) {
            case 'v' -> flags.sharpV ? GoQuote.quote(text) : flags.pad(truncated(text));
            case 's' -> flags.pad(truncated(text));
            case 'q' -> {
                String cut = truncated(text);
                boolean raw = flags.sharp && cut.indexOf('`') < 0 && cut.chars().noneMatch(c -> c < ' ' && c != '\t');
                yield flags.pad(raw ? "`" + cut + "`" : quote(cut));
            }
            case 'x', 'X' -> hex(verb, text);
            default -> bad(verb, text);
        };
    }

    private String quote(String text) {
        if (!flags.plus) {
            return GoQuote.quote(text);
        }
        StringBuilder out = new StringBuilder();
        GoQuote.quote(text).codePoints().forEach(c -> {
            if (c < 0x80) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(java.util.Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
            }
        });
        return out.toString();
    }

    private String hex(int verb, String text) {
        StringBuilder out = new StringBuilder(flags.sharp ? "0x" : "");
        byte[] bytes = GoString.bytes(text);
        int length = flags.hasPrecision ? Math.min(bytes.length, flags.precision) : bytes.length;
        for (int i = 0; i < length; i++) {
            out.append(i > 0 && flags.space ? " " : "").append(String.format(java.util.Locale.ROOT, "%02x", bytes[i]));
        }
        String digits = out.toString();
        return flags.pad(verb == 'X' ? digits.toUpperCase(java.util.Locale.ROOT) : digits);
    }

    private String truncated(String text) {
        if (!flags.hasPrecision || text.codePointCount(0, text.length()) <= flags.precision) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, flags.precision));
    }

    private String map(int verb, GoMap map) {
        StringBuilder out = new StringBuilder(flags.sharpV ? map.type() + "{" : "map[");
        boolean first = true;
        for (Map.Entry<String, @Nullable Object> entry : map.entries().entrySet()) {
            out.append(first ? "" : flags.sharpV ? ", " : " ");
            first = false;
            out.append(format(verb, entry.getKey())).append(':').append(element(verb, entry.getValue()));
        }
        return out.append(flags.sharpV ? '}' : ']').toString();
    }

    private String list(int verb, GoList list) {
        if (list.isBytes() && (verb == 's' || verb == 'q' || verb == 'x' || verb == 'X')) {
            return string(verb, GoString.of(list.toBytes()));
        }
        if (flags.sharpV && list.isNil()) {
            return list.type() + "(nil)";
        }
        StringBuilder out = new StringBuilder(flags.sharpV ? list.type() + "{" : "[");
        for (int i = 0; i < list.size(); i++) {
            out.append(i > 0 ? flags.sharpV ? ", " : " " : "").append(element(verb, list.get(i)));
        }
        return out.append(flags.sharpV ? '}' : ']').toString();
    }

    /** A nil inside of something is shown whatever the verb. */
    private String element(int verb, @Nullable Object value) {
        if (value != null) {
            return format(verb, value);
        }
        return flags.sharpV ? "interface {}(nil)" : "<nil>";
    }

    private String object(int verb, GoObject object) {
        String text = object.text();
        if (text != null
                && !flags.sharpV
                && (verb == 'v' || verb == 's' || verb == 'q' || verb == 'x' || verb == 'X')) {
            return string(verb, text);
        }
        StringBuilder out = new StringBuilder(object.type().startsWith("*") ? "&" : "");
        out.append(flags.sharpV ? object.type().replace("*", "") : "").append('{');
        boolean first = true;
        for (GoObject.Field field : object.fields()) {
            out.append(first ? "" : flags.sharpV ? ", " : " ");
            first = false;
            out.append(flags.plusV || flags.sharpV ? field.name() + ":" : "");
            out.append(element(verb, field.value()));
        }
        return out.append('}').toString();
    }
}
